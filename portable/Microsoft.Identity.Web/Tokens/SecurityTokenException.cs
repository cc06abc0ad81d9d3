namespace Microsoft.IdentityModel.Tokens;

/// <summary>A token is not good.</summary>
public class SecurityTokenException(string message) : Exception(message);

/// <summary>A token is not good for a reason that a validation found.</summary>
public class SecurityTokenValidationException(string message) : SecurityTokenException(message);

/// <summary>It is not a token at all.</summary>
public class SecurityTokenMalformedException(string message) : SecurityTokenException(message);

/// <summary>Its signature is missing or wrong, or made in a way that is not allowed.</summary>
public class SecurityTokenInvalidSignatureException(string message) : SecurityTokenValidationException(message);

/// <summary>No known key has signed it.</summary>
public class SecurityTokenSignatureKeyNotFoundException(string message) : SecurityTokenInvalidSignatureException(message);

/// <summary>Somebody else has issued it.</summary>
public class SecurityTokenInvalidIssuerException(string message) : SecurityTokenValidationException(message);

/// <summary>It is meant for somebody else.</summary>
public class SecurityTokenInvalidAudienceException(string message) : SecurityTokenValidationException(message);

/// <summary>It has no end.</summary>
public class SecurityTokenNoExpirationException(string message) : SecurityTokenValidationException(message);

/// <summary>It has ended.</summary>
public class SecurityTokenExpiredException(string message) : SecurityTokenValidationException(message);

/// <summary>It has not begun.</summary>
public class SecurityTokenNotYetValidException(string message) : SecurityTokenValidationException(message);
