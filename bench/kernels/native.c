/* Times the kernel it is linked with: native N RUNS prints the milliseconds of each run, then the result. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

unsigned run(unsigned n);

int main(int count, char **arguments) {
  if (count != 3) return 2;
  unsigned n = (unsigned)atol(arguments[1]), result = 0;
  for (int i = atoi(arguments[2]); i > 0; i--) {
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    result = run(n);
    clock_gettime(CLOCK_MONOTONIC, &end);
    printf("%.3f ", (end.tv_sec - start.tv_sec) * 1e3 + (end.tv_nsec - start.tv_nsec) / 1e6);
  }
  printf("%u\n", result);
  return 0;
}
