/// What is wrong with the input of a task, or with its result.
public struct TaskError: Error, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
}
