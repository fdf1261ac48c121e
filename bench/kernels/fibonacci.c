/* Calls: the recursive Fibonacci numbers. */
__attribute__((noinline)) static unsigned fibonacci(unsigned n) {
  if (n < 2) return n;
  /* Two calls each, whatever the compiler knows of tail recursion. */
  unsigned first = fibonacci(n - 1);
  unsigned second = fibonacci(n - 2);
  return first + second;
}

unsigned run(unsigned n) { return fibonacci(n); }
