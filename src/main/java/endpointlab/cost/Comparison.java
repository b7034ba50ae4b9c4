package endpointlab.cost;

/**
 * Monthly cost of the two ways from a private subnet to an AWS service, in US dollars, for one Availability Zone.
 *
 * @param interfaceEndpoint hours and gigabytes of one interface endpoint
 * @param natGateway        hours and gigabytes of one NAT gateway
 */
public record Comparison(double interfaceEndpoint, double natGateway) {

    /** AWS's own month for price examples: 730 hours. */
    public static final double HOURS_PER_MONTH = 730;

    /** @param gigabytes per month, in and out together */
    public static Comparison of(PriceTable.Prices prices, double gigabytes) {
        return new Comparison(
                prices.interfaceEndpointHour() * HOURS_PER_MONTH + prices.interfaceEndpointGb() * gigabytes,
                prices.natGatewayHour() * HOURS_PER_MONTH + prices.natGatewayGb() * gigabytes);
    }

    /** How many times as much the NAT gateway costs. */
    public double factor() {
        return natGateway / interfaceEndpoint;
    }
}
