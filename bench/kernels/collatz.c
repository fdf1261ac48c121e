/* Branches and i64: lengths of the Collatz sequences from 1 to n. Returns the start of the longest one. */
unsigned run(unsigned n) {
  unsigned best = 0, longest = 0;
  for (unsigned start = 1; start <= n; start++) {
    unsigned long long value = start;
    unsigned length = 0;
    while (value != 1) {
      if (value & 1) value = 3 * value + 1;
      else value >>= 1;
      length++;
    }
    if (length > longest) longest = length, best = start;
  }
  return best;
}
