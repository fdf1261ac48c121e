/* Branches and memory: sorts 100,000 pseudo-random numbers, n times. Returns a checksum of the order. */
#define COUNT 100000
static unsigned numbers[COUNT];

static void sort(int low, int high) {
  while (low < high) {
    unsigned pivot = numbers[(low + high) >> 1];
    int i = low, j = high;
    while (i <= j) {
      while (numbers[i] < pivot) i++;
      while (numbers[j] > pivot) j--;
      if (i <= j) {
        unsigned kept = numbers[i];
        numbers[i++] = numbers[j];
        numbers[j--] = kept;
      }
    }
    if (j - low < high - i) {
      sort(low, j);
      low = i;
    } else {
      sort(i, high);
      high = j;
    }
  }
}

unsigned run(unsigned n) {
  unsigned seed = 12345, sum = 0;
  for (unsigned round = 0; round < n; round++) {
    for (int i = 0; i < COUNT; i++) seed = seed * 1664525 + 1013904223, numbers[i] = seed;
    sort(0, COUNT - 1);
    for (int i = 0; i < COUNT; i += 997) sum = sum * 31 + numbers[i];
  }
  return sum;
}
