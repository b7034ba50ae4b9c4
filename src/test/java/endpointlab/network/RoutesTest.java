package endpointlab.network;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.ip.Cidr;
import endpointlab.ip.Ipv4;
import endpointlab.network.NetworkSnapshot.Route;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoutesTest {

    private static final long NET = 0x0A00_0000L;

    /** Near each other, so that several routes cover an address. */
    @Provide
    Arbitrary<Long> addresses() {
        return Arbitraries.longs().between(NET, NET + 0xFF);
    }

    @Provide
    Arbitrary<List<Route>> routes() {
        return Combinators.combine(addresses(), Arbitraries.integers().between(22, 32))
                .as((address, prefix) -> new Cidr(address, prefix))
                .list().uniqueElements().ofMaxSize(12)
                .map(blocks -> blocks.stream().map(block -> new Route(block.toString(), "igw-" + block)).toList());
    }

    @Property
    void chosenRouteCoversTheAddressAndNoneThatDoesIsMoreSpecific(@ForAll("routes") List<Route> routes,
                                                                  @ForAll("addresses") long address) {
        Optional<Route> chosen = Routes.longestPrefix(routes, Ipv4.format(address));

        List<Integer> covering = routes.stream().map(route -> Cidr.parse(route.destination()))
                .filter(block -> block.network() <= address && address <= block.last())
                .map(Cidr::prefix).toList();
        assertThat(chosen.map(route -> Cidr.parse(route.destination()).prefix()))
                .isEqualTo(covering.stream().max(Integer::compare));
        assertThat(chosen.filter(route -> !Cidr.parse(route.destination()).contains(address))).isEmpty();
    }

    @Property
    void theOrderOfRoutesDoesNotMatter(@ForAll("routes") List<Route> routes, @ForAll("addresses") long address) {
        List<Route> reversed = new ArrayList<>(routes);
        Collections.reverse(reversed);
        assertThat(Routes.longestPrefix(reversed, Ipv4.format(address)))
                .isEqualTo(Routes.longestPrefix(routes, Ipv4.format(address)));
    }
}
