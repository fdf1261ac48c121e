/* Float and memory: product of two 128 x 128 matrices of doubles, n times. Returns an element's bits, folded. */
#define SIZE 128
static double a[SIZE][SIZE], b[SIZE][SIZE], c[SIZE][SIZE];

unsigned run(unsigned n) {
  for (int i = 0; i < SIZE; i++)
    for (int j = 0; j < SIZE; j++) a[i][j] = i - j, b[i][j] = 1.0 / (1 + i + j);
  for (unsigned round = 0; round < n; round++)
    for (int i = 0; i < SIZE; i++)
      for (int j = 0; j < SIZE; j++) {
        double sum = c[j][i] / 2;
        for (int k = 0; k < SIZE; k++) sum += a[i][k] * b[k][j];
        c[i][j] = sum;
      }
  union { double value; unsigned long long bits; } element = {c[SIZE / 3][SIZE / 5]};
  return (unsigned)(element.bits ^ element.bits >> 32);
}
