using SiteAccess.OperatorBlazor.Access;
using SiteAccess.OperatorBlazor.Messages;
using SiteAccess.OperatorBlazor.Visitors;

namespace SiteAccess.UnitTests.OperatorApp;

public class AddressTests
{
    [Theory]
    [InlineData("/", "/")]
    [InlineData("/conversations/1?a=b", "/conversations/1?a=b")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/sign-in?returnUrl=/sign-in", "/")]
    public void A_return_address_never_leads_out_of_the_app(string? asked, string expected) => Assert.Equal(expected, LocalUrl.OrHome(asked));

    [Theory]
    [InlineData("no link here", "no link here")]
    [InlineData("see https://a.example/b?c=1.", "see |<https://a.example/b?c=1>|.")]
    [InlineData("(http://a.example)", "(|<http://a.example>|)")]
    [InlineData("https://a.example https://b.example", "<https://a.example>| |<https://b.example>")]
    [InlineData("javascript:alert(1) data:text/html,x", "javascript:alert(1) data:text/html,x")]
    [InlineData("https://<script>", "https://<script>")]
    public void Only_web_addresses_become_links_and_no_word_is_lost(string body, string expected) =>
        Assert.Equal(expected, string.Join('|', BodyParts.Of(body).Select(part => part.Link is null ? part.Text : $"<{part.Text}>")));

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36", "Chrome 128 · Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36 Edg/128.0.0.0", "Edge 128 · Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1", "Safari 17 · iPhone")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:129.0) Gecko/20100101 Firefox/129.0", "Firefox 129 · Linux")]
    [InlineData("", null)]
    public void A_browser_is_named_in_a_few_words(string userAgent, string? expected) => Assert.Equal(expected, UserAgents.Name(userAgent));
}
