/*
 * Exponential random numbers of mean 1, and the processor's clock.
 *
 * Generator: xoshiro256++ (Blackman, Vigna 2021), seeded by SplitMix64. Sampler: the ziggurat of Marsaglia and Tsang (2000) with 256
 * layers of equal area, 53 bits of position; 98.9 % of the draws cost one table look-up, one multiplication, one comparison.
 */
#ifndef RANDOM_H
#define RANDOM_H

#include <math.h>
#include <stdint.h>
#include <time.h>

static uint64_t state[4];

static inline uint64_t rotated(uint64_t x, int bits) { return (x << bits) | (x >> (64 - bits)); }

static inline uint64_t random_bits(void) {
    uint64_t s0 = state[0], s1 = state[1], s2 = state[2], s3 = state[3];
    uint64_t result = rotated(s0 + s3, 23) + s0;
    uint64_t shifted = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotated(s3, 45);
    state[0] = s0;
    state[1] = s1;
    state[2] = s2;
    state[3] = s3;
    return result;
}

#define TAIL 7.69711747013104972      /* where the tail begins */
#define AREA 0.0039496598225815571993 /* of each layer */

static uint64_t sure[256]; /* positions below this lie under the curve for certain */
static double width[256];  /* of a layer, per unit of position */
static double height[256]; /* of the density at the layer's edge */

static void random_seed(uint64_t seed) {
    for (int i = 0; i < 4; i++) {
        uint64_t z = (seed += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        state[i] = z ^ (z >> 31);
    }
    double scale = 0x1.0p53, edge = TAIL, base = AREA / exp(-TAIL);
    sure[0] = (uint64_t)(TAIL / base * scale);
    sure[1] = 0;
    width[0] = base / scale;
    width[255] = TAIL / scale;
    height[0] = 1;
    height[255] = exp(-TAIL);
    for (int i = 254; i >= 1; i--) {
        double outer = edge;
        edge = -log(AREA / outer + exp(-outer));
        sure[i + 1] = (uint64_t)(edge / outer * scale);
        height[i] = exp(-edge);
        width[i] = edge / scale;
    }
}

static inline double uniform(void) { return (random_bits() >> 11) * 0x1.0p-53; }

static __attribute__((noinline)) double exponential_rejected(int layer, double x) {
    for (;;) {
        if (layer == 0) {
            return TAIL - log1p(-uniform());
        }
        if ((height[layer - 1] - height[layer]) * uniform() + height[layer] < exp(-x)) {
            return x;
        }
        uint64_t bits = random_bits() >> 3;
        layer = bits & 255;
        uint64_t position = bits >> 8;
        x = position * width[layer];
        if (position < sure[layer]) {
            return x;
        }
    }
}

static inline double exponential(void) {
    uint64_t bits = random_bits() >> 3;
    int layer = bits & 255;
    uint64_t position = bits >> 8;
    double x = (double)(int64_t)position * width[layer];
    return __builtin_expect(position < sure[layer], 1) ? x : exponential_rejected(layer, x);
}

/* Processor time of this process. */
static inline double cpu_seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}

#endif
