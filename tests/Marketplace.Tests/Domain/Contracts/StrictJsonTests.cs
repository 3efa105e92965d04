using System.Text;
using Marketplace.Domain.Contracts;
using Xunit;

namespace Marketplace.Tests.Domain.Contracts;

public class StrictJsonTests
{
    [Theory]
    [InlineData("{\"a\": 1, \"b\": {\"a\": 2}}")]
    [InlineData("\uFEFF[1]")]
    [InlineData(" 7 ")]
    [InlineData("\"\\ud83d\\ude42\"")]
    [InlineData("1e999999999999999999999")]
    public void Json_is_read(string text)
    {
        using var document = StrictJson.Parse(Encoding.UTF8.GetBytes(text), 64);
        Assert.NotNull(document);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\uFEFF\uFEFF1")]
    [InlineData("1 2")]
    [InlineData("[1,]")]
    [InlineData("// x\n1")]
    [InlineData("[NaN]")]
    [InlineData("[-Infinity]")]
    [InlineData("[01]")]
    [InlineData("{\"a\": 1, \"a\": 1}")]
    [InlineData("{\"b\": [{\"a\": 1, \"\\u0061\": 1}]}")]
    [InlineData("[\"\\ud83d\"]")]
    [InlineData("[\"\\ude42\\ud83d\"]")]
    [InlineData("{\"\\ud83d\": 1}")]
    public void Anything_else_is_refused(string text) => Assert.Null(StrictJson.Parse(Encoding.UTF8.GetBytes(text), 64));

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_refused()
    {
        Assert.Null(StrictJson.Parse(new byte[] { (byte)'"', 0xE9, (byte)'"' }));
        Assert.Null(StrictJson.Parse(new byte[] { (byte)'"', 0xED, 0xA0, 0xBD, (byte)'"' }));
        Assert.Null(StrictJson.Parse(Encoding.Unicode.GetBytes("[1]")));
    }

    [Fact]
    public void Nesting_is_counted_in_objects_and_lists()
    {
        static string Nested(int levels) => new string('[', levels) + "1" + new string(']', levels);

        using var deepest = StrictJson.Parse(Encoding.UTF8.GetBytes(Nested(64)), 64);
        Assert.NotNull(deepest);
        Assert.Null(StrictJson.Parse(Encoding.UTF8.GetBytes(Nested(65)), 64));
        using var generous = StrictJson.Parse(Encoding.UTF8.GetBytes(Nested(50_000)));
        Assert.NotNull(generous);
    }
}
