/*
 * Times the kernel it is linked with: native N answers each line of its input by a run: the milliseconds of processor
 * time that it took, and its result.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

unsigned run(unsigned n);

int main(int count, char **arguments) {
  if (count != 2) return 2;
  unsigned n = (unsigned)atol(arguments[1]);
  for (int c; (c = getchar()) != EOF;) {
    if (c != '\n') continue;
    struct timespec start, end;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
    unsigned result = run(n);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
    printf("%.3f %u\n", (end.tv_sec - start.tv_sec) * 1e3 + (end.tv_nsec - start.tv_nsec) / 1e6, result);
    fflush(stdout);
  }
  return 0;
}
