package endpointlab.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class CidrTest {

    private static final long LAST = 0xFFFF_FFFFL;

    /** Half of the pairs are near each other, or hardly any two blocks would meet. */
    @Provide
    Arbitrary<Cidr> blocks() {
        Arbitrary<Long> addresses = Arbitraries.oneOf(Arbitraries.longs().between(0, LAST),
                Arbitraries.longs().between(0x0A00_0000L, 0x0A00_00FFL));
        return Combinators.combine(addresses, Arbitraries.integers().between(0, 32)).as(Cidr::new);
    }

    @Property
    void textAndNumberSayTheSame(@ForAll @LongRange(min = 0, max = LAST) long address) {
        assertThat(Ipv4.parse(Ipv4.format(address))).isEqualTo(address);
    }

    @Property
    void octetsAreReadFromLeftToRight(@ForAll @IntRange(max = 255) int a, @ForAll @IntRange(max = 255) int b,
                                      @ForAll @IntRange(max = 255) int c, @ForAll @IntRange(max = 255) int d) {
        assertThat(Ipv4.parse(a + "." + b + "." + c + "." + d)).isEqualTo(((a * 256L + b) * 256 + c) * 256 + d);
    }

    @Property
    void otherTextIsNoAddress(@ForAll("almostAddresses") String text) {
        assertThat(Ipv4.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Ipv4.parse(text)).withMessageContaining(text);
    }

    @Provide
    Arbitrary<String> almostAddresses() {
        Arbitrary<String> wrong = Arbitraries.of("", " ", "256", "1000", "-1", "+1",
                "01", "00", "0x1", "1 ", "a", "１");
        return Combinators.combine(wrong, Arbitraries.integers().between(0, 3)).as((octet, place) -> {
            String[] octets = {"10", "0", "1", "2"};
            octets[place] = octet;
            return String.join(".", octets);
        });
    }

    @Property
    void textAndBlockSayTheSame(@ForAll("blocks") Cidr block) {
        assertThat(Cidr.parse(block.toString())).isEqualTo(block);
        assertThat(Cidr.isCanonical(block.toString())).isTrue();
    }

    @Property
    void containsExactlyFromFirstToLast(@ForAll("blocks") Cidr block,
                                        @ForAll @LongRange(min = 0, max = LAST) long address) {
        assertThat(block.contains(address)).isEqualTo(block.network() <= address && address <= block.last());
        assertThat(block.contains(block.network())).isTrue();
        assertThat(block.contains(block.last())).isTrue();
        assertThat(block.last() - block.network() + 1).isEqualTo(block.size());
    }

    @Property
    void anyOfItsAddressesNamesTheSameBlock(@ForAll("blocks") Cidr block,
                                            @ForAll @LongRange(min = 0, max = LAST) long offset) {
        long inside = block.network() + offset % block.size();
        String text = Ipv4.format(inside) + "/" + block.prefix();
        assertThat(Cidr.parse(text)).isEqualTo(block);
        assertThat(Cidr.isCanonical(text)).isEqualTo(inside == block.network());
    }

    @Property
    void blocksOverlapIfTheirRangesMeet(@ForAll("blocks") Cidr one, @ForAll("blocks") Cidr other) {
        boolean meet = one.network() <= other.last() && other.network() <= one.last();
        assertThat(one.overlaps(other)).isEqualTo(meet).isEqualTo(other.overlaps(one));
    }

    @Property
    void containsBlocksThatLieWithin(@ForAll("blocks") Cidr outer, @ForAll("blocks") Cidr inner) {
        boolean within = outer.network() <= inner.network() && inner.last() <= outer.last();
        assertThat(outer.contains(inner)).isEqualTo(within);
    }

    @Property
    void otherTextIsNoBlock(@ForAll("almostBlocks") String text) {
        assertThat(Cidr.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Cidr.parse(text));
    }

    @Provide
    Arbitrary<String> almostBlocks() {
        return Arbitraries.of("", "/", "10.0.0.0", "10.0.0.0/", "/16", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8",
                "10.0.0.0/08", "10.0.0.0/016", "10.0.0.0/16/16", "10.0.0.0/ 16", "10.0.0.0/1６", "10.0.0/16",
                "10.0.0.256/16", "10.0.0.0\\16", "fd00::/8");
    }
}
