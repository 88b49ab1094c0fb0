// The default generator, the thread count and the kernel in use belong to the process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
