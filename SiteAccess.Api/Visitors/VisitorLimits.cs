namespace SiteAccess.Api.Visitors;

/// <summary>How much of what a page says about its visitor is kept, in characters.</summary>
static class VisitorLimits
{
    public const int UserId = 200;
    public const int Name = 200;
    public const int Email = 320;
    public const int Tag = 64;
    public const int UserAgent = 500;
    public const int Url = 2_000;
    public const int Title = 500;
    public const int Attributes = 50;
    public const int AttributeName = 60;
    public const int AttributeValue = 500;
}
