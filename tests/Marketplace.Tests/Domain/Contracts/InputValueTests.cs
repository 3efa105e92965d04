using System.Text;
using Marketplace.Domain.Contracts;
using Xunit;

namespace Marketplace.Tests.Domain.Contracts;

public class InputValueTests
{
    private static readonly Dictionary<string, int> Levels = new() { ["low"] = 1, ["high"] = 2 };

    [Fact]
    public void All_faults_of_an_object_are_reported_together_and_each_path_once()
    {
        var faults = Read("""{"a": "x", "b": 1.5, "l": ["low", "high", "low", 3], "z\u000ab\u0085": 1}""", value => value.Object(fields =>
        {
            fields.Required("a", a => a.Number(0, 60));
            fields.Fault("a", "said twice");
            fields.Required("b", b => b.Integer(0, 3));
            fields.Required("c", c => c.Flag());
            fields.Optional("d", d => d.Flag());
            fields.Required("l", l => l.DistinctList(entry => entry.OneOf(Levels), maxCount: 3));
            return true;
        }));

        Assert.Equal(["$.a", "$.b", "$.c", "$.l", "$.l[2]", "$.l[3]", "$.z\\u000Ab\\u0085"], faults.Paths.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_a_nullable_field_may_be_null()
    {
        var faults = Read("""{"required": null, "optional": null, "nullable": null}""", value => value.Object(fields =>
        {
            fields.Required("required", field => field.Date());
            fields.Optional("optional", field => field.Date());
            Assert.True(fields.Nullable("nullable", field => field.Date()) is { IsRight: true, HasValue: false });
            return true;
        }));

        Assert.Equal(["$.required", "$.optional"], faults.Paths);
    }

    [Fact]
    public void An_object_with_a_fault_inside_still_gives_its_value()
    {
        Read("""{"a": {"b": 9, "c": 1}}""", value => value.Object(fields =>
        {
            var inner = fields.Required("a", a => a.Object(inside => (B: inside.Required("b", b => b.Integer(0, 3)), C: inside.Required("c", c => c.Integer(0, 3)))));
            Assert.False(inner.IsRight);
            Assert.True(inner.HasValue);
            Assert.False(inner.Value.B.HasValue);
            Assert.Equal(1, inner.Value.C.Value);
            return true;
        }));
    }

    [Fact]
    public void Text_is_counted_in_code_points()
    {
        Assert.False(Read("\"🙂🙂\"", value => value.Text(1, 2, null, "short")).Any);
        Assert.True(Read("\"🙂🙂🙂\"", value => value.Text(1, 2, null, "short")).Any);
        Assert.True(Read("\"\"", value => value.Text(1, 2, null, "short")).Any);
    }

    [Theory]
    [InlineData("7.9", false)]
    [InlineData("8.25", true)]
    [InlineData("6.0e1", true)]
    [InlineData("60.25", false)]
    [InlineData("0", false)]
    [InlineData("0.25000000000000000000000000000000000000001", false)]
    public void Hours_are_a_multiple_of_a_quarter_above_0(string number, bool right) =>
        Assert.Equal(right, !Read(number, value => value.Number(0, 60, minimumExcluded: true, multipleOf: 0.25m)).Any);

    [Fact]
    public void A_map_knows_its_names()
    {
        var names = new HashSet<string> { "B1", "B2", "B3" };
        var faults = Read("""{"B1": 2, "B2": null, "A1": 1}""", value => value.Map(names, level => level.Integer(0, 3)));
        Assert.Equal(["$.A1", "$.B2"], faults.Paths.Order(StringComparer.Ordinal));
    }

    private static FaultList Read<T>(string json, Func<InputValue, Reading<T>> read)
    {
        var faults = new FaultList();
        using var document = StrictJson.Parse(Encoding.UTF8.GetBytes(json))!;
        var reading = read(InputValue.Root(document, faults));
        Assert.Equal(faults.Any, !reading.IsRight);
        return faults;
    }
}
