/// Runs one of the fixed jobs whose instructions are counted; without a name, lists them.
let name = CommandLine.arguments.dropFirst().first
if let name {
  guard let job = CountedJob.all.first(where: { $0.name == name }) else { fatalError("There is no job \(name).") }
  let work = try job.prepare()
  try countedJob(work)
} else {
  for job in CountedJob.all { print(job.name) }
}

/// Does what is counted: callgrind looks for the name of this function.
@inline(never)
func countedJob(_ work: () throws -> Void) throws { try work() }
