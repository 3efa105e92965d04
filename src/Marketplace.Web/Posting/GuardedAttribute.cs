namespace Marketplace.Web.Posting;

/// <summary>A handler where something can be guessed, or that lets us mail: one address gets few turns (<see cref="Hosting.RequestLimits"/>).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GuardedAttribute : Attribute;
