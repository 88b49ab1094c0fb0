// The engine has one default generator for the whole process, and tests that train seed it.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
