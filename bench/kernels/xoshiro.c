/* i64: n numbers of xoshiro256** (Blackman, Vigna 2018), mixed by a multiplication. Returns the sum, folded. */
typedef unsigned long long u64;

static u64 rotate(u64 x, int n) { return x << n | x >> (64 - n); }

unsigned run(unsigned n) {
  u64 s0 = 1, s1 = 2, s2 = 3, s3 = 4, sum = 0;
  for (unsigned i = 0; i < n; i++) {
    sum += rotate(s1 * 5, 7) * 9;
    u64 t = s1 << 17;
    s2 ^= s0, s3 ^= s1, s1 ^= s2, s0 ^= s3, s2 ^= t;
    s3 = rotate(s3, 45);
    sum ^= (sum >> 29) * 0x94d049bb133111ebULL;
  }
  return (unsigned)(sum ^ sum >> 32);
}
