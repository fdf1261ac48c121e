/* Float: five bodies attract each other for n steps (symplectic Euler). Returns the energy's bits, folded to 32. */
#define BODIES 5
static const double solar = 39.47841760435743, days = 365.24;
static double x[BODIES], y[BODIES], z[BODIES], vx[BODIES], vy[BODIES], vz[BODIES], mass[BODIES];

static void place(int i, double px, double py, double pz, double sx, double sy, double sz, double m) {
  x[i] = px, y[i] = py, z[i] = pz, vx[i] = sx * days, vy[i] = sy * days, vz[i] = sz * days, mass[i] = m * solar;
}

static void step(double dt) {
  for (int i = 0; i < BODIES; i++)
    for (int j = i + 1; j < BODIES; j++) {
      double dx = x[i] - x[j], dy = y[i] - y[j], dz = z[i] - z[j];
      double distance = dx * dx + dy * dy + dz * dz;
      double magnitude = dt / (distance * __builtin_sqrt(distance));
      vx[i] -= dx * mass[j] * magnitude, vy[i] -= dy * mass[j] * magnitude, vz[i] -= dz * mass[j] * magnitude;
      vx[j] += dx * mass[i] * magnitude, vy[j] += dy * mass[i] * magnitude, vz[j] += dz * mass[i] * magnitude;
    }
  for (int i = 0; i < BODIES; i++) x[i] += dt * vx[i], y[i] += dt * vy[i], z[i] += dt * vz[i];
}

unsigned run(unsigned n) {
  place(0, 0, 0, 0, 0, 0, 0, 1);
  place(1, 4.84143144, -1.16032004, -0.10362204, 0.00166007, 0.00769901, -0.00006904, 0.00095479);
  place(2, 8.34336671, 4.12479856, -0.40352341, -0.00276742, 0.00499852, 0.00002304, 0.00028588);
  place(3, 12.8943695, -15.1111514, -0.22330757, 0.00296460, 0.00237847, -0.00002965, 0.00004366);
  place(4, 15.3796971, -25.9193146, 0.17925877, 0.00268067, 0.00162824, -0.00009515, 0.00005151);
  for (unsigned i = 0; i < n; i++) step(0.01);
  union { double value; unsigned long long bits; } energy = {0};
  for (int i = 0; i < BODIES; i++) energy.value += mass[i] * (vx[i] * vx[i] + vy[i] * vy[i] + vz[i] * vz[i]) / 2;
  return (unsigned)(energy.bits ^ energy.bits >> 32);
}
