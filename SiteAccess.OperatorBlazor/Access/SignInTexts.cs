using static SiteAccess.OperatorBlazor.Language.Texts;

namespace SiteAccess.OperatorBlazor.Access;

/// <summary>The words of the sign-in page.</summary>
static class SignInTexts
{
    public static string Title => Say("Sign in", "Вход");
    public static string Lead => Say("The inbox for your site's visitors.", "Беседы с посетителями вашего сайта.");
    public static string Email => Say("E-mail", "Электронная почта");
    public static string Password => Say("Password", "Пароль");
    public static string SignIn => Say("Sign in", "Войти");
    public static string EmailMissing => Say("Enter your e-mail.", "Укажите адрес почты.");
    public static string PasswordMissing => Say("Enter your password.", "Введите пароль.");
    public static string Ended => Say("Your session has ended. Sign in to go on.", "Сеанс завершён. Войдите, чтобы продолжить.");
    public static string SignedOut => Say("You are signed out.", "Вы вышли.");
    public static string Promise => Say("Somebody is here.", "Здесь вам ответят.");
    public static string PromiseMore => Say(
        "Every conversation in one place, on your own servers.",
        "Все беседы в одном месте, на ваших собственных серверах.");
    public static string SampleVisitor => Say("Hello, is the blue one still in stock?", "Здравствуйте, синяя ещё есть в наличии?");
    public static string SampleOperator => Say("It is. Shall I put one aside for you?", "Есть. Отложить для вас?");
    public static string SampleThanks => Say("Yes, please", "Да, пожалуйста");
    public static string NoAnswer => Say(
        "The server does not answer. Try again in a moment.",
        "Сервер не отвечает. Попробуйте ещё раз через минуту.");
}
