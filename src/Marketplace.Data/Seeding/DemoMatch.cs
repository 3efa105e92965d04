using Marketplace.Domain.People;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Work;

namespace Marketplace.Data.Seeding;

/// <summary>What the engine says of a person and a job: given by who composes the program, since Data does not know Matching.</summary>
public delegate MatchSnapshot DemoMatch(Person person, Job job);
