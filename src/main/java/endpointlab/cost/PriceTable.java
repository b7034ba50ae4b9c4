package endpointlab.cost;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What AWS asks for, by Region, as of a date: on-demand, Linux, before tax, in US dollars. Only Regions whose prices
 * we have seen are in it.
 *
 * <p>Source: AWS Price List and AWS pricing pages as collected in AWS-FACTS section 5. The root volumes' gp3 price and
 * the load balancer's capacity unit price are assumed.
 *
 * @param date  year and month of the table
 * @param pages addresses of AWS's own pages, to check the prices of today
 */
public record PriceTable(String date, String currency, List<String> pages, Map<String, Prices> regions) {

    public PriceTable {
        pages = List.copyOf(pages);
    }

    /**
     * Prices of one Region.
     *
     * @param gatewayLoadBalancerEndpointHour {@code null} where we have not seen it, as all of that kind
     * @param instanceHour                    by instance type
     */
    public record Prices(double interfaceEndpointHour, double interfaceEndpointGb,
                         Double gatewayLoadBalancerEndpointHour, Double gatewayLoadBalancerEndpointGb,
                         double natGatewayHour, double natGatewayGb, double networkLoadBalancerHour,
                         double networkLoadBalancerLcuHour, double publicIpv4Hour,
                         Map<String, Double> instanceHour, double gp3GbMonth) {
    }

    /** The table that we ship. */
    public static PriceTable load() {
        try (InputStream json = PriceTable.class.getResourceAsStream("/endpointlab/cost/prices.json")) {
            return new ObjectMapper().readValue(json, PriceTable.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prices of a Region; empty if we have not seen them. */
    public Optional<Prices> in(String region) {
        return Optional.ofNullable(regions.get(region));
    }
}
