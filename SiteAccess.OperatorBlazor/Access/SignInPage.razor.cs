using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using SiteAccess.Contracts.Internal;
using SiteAccess.OperatorBlazor.ApiAccess;
using SiteAccess.ServiceDefaults.Internal;
using SiteAccess.OperatorBlazor.Language;

namespace SiteAccess.OperatorBlazor.Access;

/// <summary>Signs an operator in. A plain form on a statically rendered page: it works before and without any script.</summary>
public sealed partial class SignInPage(SessionsClient sessions, NavigationManager navigation)
{
    string? _problem;

    [CascadingParameter]
    HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm(Name = nameof(Form), FormName = "sign-in")]
    SignInForm Form { get; set; } = null!;

    [SupplyParameterFromQuery]
    string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery]
    string? Reason { get; set; }

    string? Notice => Reason switch
    {
        SignInReasons.Ended => SignInTexts.Ended,
        SignInReasons.SignedOut => SignInTexts.SignedOut,
        _ => null,
    };

    string PathAndQuery => Http.Request.Path + Http.Request.QueryString;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        Form ??= new SignInForm();
        if (Http.User.Identity is { IsAuthenticated: true } && HttpMethods.IsGet(Http.Request.Method))
            navigation.NavigateTo(LocalUrl.OrHome(ReturnUrl));
    }

    async Task SignInAsync()
    {
        _problem = string.IsNullOrWhiteSpace(Form.Email) ? SignInTexts.EmailMissing
            : string.IsNullOrEmpty(Form.Password) ? SignInTexts.PasswordMissing
            : await TryAsync(Form.Email.Trim(), Form.Password);
        if (_problem is null) navigation.NavigateTo(LocalUrl.OrHome(ReturnUrl));
    }

    async Task<string?> TryAsync(string email, string password)
    {
        try
        {
            var session = await sessions.StartAsync(
                new StartOperatorSession(email, password, Http.Request.Headers.UserAgent.ToString(), Http.Connection.RemoteIpAddress?.ToString()),
                Http.RequestAborted);
            var who = session.Operator;
            await Http.SignInAsync(
                SignedInOperator.Scheme,
                new SignedInOperator(who.Id, who.Name, who.Email, who.Role, session.SessionSecret).ToPrincipal(),
                new AuthenticationProperties { IsPersistent = true, ExpiresUtc = session.ExpiresAt });
            return null;
        }
        catch (ApiException refusal)
        {
            return refusal.IsAway() ? SignInTexts.NoAnswer : ErrorTexts.For(refusal.Code, refusal.RetryAfter);
        }
    }

    static string? Invalid(bool isInvalid) => isInvalid ? "true" : null;

    /// <summary>What the form holds.</summary>
    public sealed class SignInForm
    {
        /// <summary>The operator's address.</summary>
        public string? Email { get; set; }

        /// <summary>The password; never rendered back.</summary>
        public string? Password { get; set; }
    }
}
