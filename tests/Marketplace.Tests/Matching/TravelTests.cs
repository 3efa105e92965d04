using Marketplace.Matching.Geo;
using Xunit;

namespace Marketplace.Tests.Matching;

public sealed class TravelTests
{
    private const string Postcodes = "pc4,plaats,andere_plaatsen,gemeentecode,gemeente,provincie,am_code,lat,lon,bron\n1000,A,,G,\"A, B en C\",P,AM1,52.0,5.0,x\n2000,B,,G,B,P,AM1,52.0,5.1,x\n";
    private const string Banks = "pc4,bank\n1000,left\n2000,right\n";
    private const string Crossings = "bank_a,bank_b,name,lat_a,lon_a,lat_b,lon_b,extra_minutes,confidence\n";

    private static readonly Geography Netherlands = Geography.Netherlands;

    [Fact]
    public void The_embedded_geography_has_all_postcodes_banks_and_crossings()
    {
        Assert.Equal(4090, Netherlands.Postcodes.Count);
        Assert.Equal(57, Netherlands.Postcodes.Count(p => p.Bank is not null));
        Assert.Equal(7, Netherlands.Crossings.Count);
        Assert.Equal("Nuenen, Gerwen en Nederwetten", Netherlands.Of("5671").Municipality);
        Assert.Equal(51.4745, Netherlands.Of("5671").Latitude);
    }

    [Theory]
    [InlineData(22)]
    [InlineData(28, "Waterbus Westeind - Merwekade")]
    [InlineData(22, "Papendrechtse Brug")]
    public void Papendrecht_to_Dordrecht_by_bike_takes_the_fastest_open_way_over_the_water(int minutes, params string[] closed) =>
        Assert.Equal(minutes, new Travel(Netherlands, closed).Minutes("3351", "3311", ["bike"]));

    [Fact]
    public void Without_a_crossing_only_bus_train_and_car_are_possible()
    {
        var travel = new Travel(Netherlands, Netherlands.Crossings.Select(c => c.Name));

        Assert.Null(travel.Minutes("3351", "3311", ["walk", "bike", "ebike"]));
        Assert.NotNull(travel.Minutes("3351", "3311", ["walk", "car"]));
    }

    [Fact]
    public void A_postcode_without_a_bank_has_no_barrier()
    {
        var travel = new Travel(Netherlands, Netherlands.Crossings.Select(c => c.Name));

        Assert.Null(Netherlands.Of("3011").Bank);
        Assert.NotNull(travel.Minutes("3011", "3311", ["bike"]));
    }

    [Fact]
    public void The_way_there_takes_as_long_as_the_way_back()
    {
        var travel = new Travel(Netherlands);
        var near = Netherlands.Postcodes.Where(p => p.Bank is not null).ToList();

        Assert.All(near, from => Assert.All(near, to => Assert.Equal(
            travel.Minutes(from.Code, to.Code, ["bike"]), travel.Minutes(to.Code, from.Code, ["bike"]))));
    }

    [Fact]
    public void The_shortest_way_is_a_kilometre() => Assert.Equal(12, new Travel(Netherlands).Minutes("3311", "3311", ["walk"]));

    [Fact]
    public void A_closed_crossing_that_does_not_exist_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Travel(Netherlands, ["Erasmusbrug"]));

    [Fact]
    public void Right_data_is_read()
    {
        var geography = Geography.Read(Postcodes, Banks, Crossings + "left,right,Brug,52.0,5.0,52.0,5.1,0,GK\n");

        Assert.Equal(["1000", "2000"], geography.Postcodes.Select(p => p.Code));
        Assert.Equal("A, B en C", geography.Of("1000").Municipality);
        Assert.True(geography.HasCrossing("Brug"));
    }

    [Theory]
    [InlineData("left,right,Brug,52.0,5.0,52.0,5.1,-1,GK\n")]
    [InlineData("left,right,Brug,52.0,5.0,52.0,5.1,0,GK\nright,left,Brug,52.0,5.0,52.0,5.1,0,GK\n")]
    [InlineData("left,middle,Brug,52.0,5.0,52.0,5.1,0,GK\n")]
    [InlineData("left,left,Brug,52.0,5.0,52.0,5.1,0,GK\n")]
    public void A_crossing_that_breaks_a_rule_stops_the_start(string rows) =>
        Assert.Throws<InvalidDataException>(() => Geography.Read(Postcodes, Banks, Crossings + rows));

    [Theory]
    [InlineData("1000,left\n1000,right\n")]
    [InlineData("3000,left\n")]
    public void A_bank_that_breaks_a_rule_stops_the_start(string rows) =>
        Assert.Throws<InvalidDataException>(() => Geography.Read(Postcodes, "pc4,bank\n" + rows, Crossings));
}
