using CsCheck;
using Marketplace.Web.Ui;
using Xunit;

namespace Marketplace.Tests.Web.Ui;

public class DaypartsTests
{
    [Fact]
    public void A_ticked_column_is_seven_parts_of_day() =>
        Assert.Equal(["mon-1", "tue-1", "wed-1", "thu-1", "fri-1", "sat-1", "sun-1"], Dayparts.Expand(["all-1"]));

    [Fact]
    public void The_order_is_that_of_the_week_and_each_code_comes_once() =>
        Assert.Equal(["mon-2", "tue-2", "wed-2", "thu-2", "fri-2", "sat-2", "sun-2", "sun-3"], Dayparts.Expand(["sun-3", "all-2", "mon-2", "sun-3"]));

    [Fact]
    public void What_does_not_exist_is_left_out() => Assert.Empty(Dayparts.Expand(["mon-4", "all-0", "nooit-1", ""]));

    [Fact]
    public void Nothing_ticked_is_an_empty_list() => Assert.Empty(Dayparts.Expand(null));

    [Fact]
    public void Expanding_twice_changes_nothing() =>
        Gen.OneOf([.. Dayparts.All.Append("all-1").Append("all-2").Append("all-3").Select(code => Gen.Const(code))]).List[0, 12].Sample(ticked =>
        {
            var once = Dayparts.Expand(ticked);

            Assert.Equal(once, Dayparts.Expand(once));
        });
}
