using Marketplace.Domain.People;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Work;

namespace Marketplace.Data.Seeding;

/// <summary>What the engine says of a pair, as a proposal keeps it; null when this person does not fit. Data does not know the engine.</summary>
public delegate MatchSnapshot? DemoMatch(Job job, Person person);
