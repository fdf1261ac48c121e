/* Memory: the sieve of Eratosthenes over a million bytes, n times. Returns the number of primes found. */
#define LIMIT 1000000
static unsigned char composite[LIMIT + 1];

unsigned run(unsigned n) {
  unsigned count = 0;
  for (unsigned round = 0; round < n; round++) {
    for (unsigned i = 0; i <= LIMIT; i++) composite[i] = (unsigned char)(round & 0);
    count = 0;
    for (unsigned i = 2; i <= LIMIT; i++) {
      if (composite[i]) continue;
      count++;
      for (unsigned j = 2 * i; j <= LIMIT; j += i) composite[j] = 1;
    }
  }
  return count;
}
