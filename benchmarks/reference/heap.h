/*
 * Pending events, earliest first: a 4-ary heap of (time, key), ordered by time, then by key.
 *
 * The root is element 3 and the children of element i are 4i - 8 .. 4i - 5, four neighbours in one cache line of 64 bytes. Unused elements
 * lie at the end of time, so that a child is chosen without a test for the end, by the sign bits of differences: branches on random
 * times are mispredicted half of the time. Times are the bits of doubles that are not negative, which compare as integers do.
 *
 * Events move field by field: as one vector of 16 bytes, each load would wait for the two stores that wrote it.
 */
#ifndef HEAP_H
#define HEAP_H

#include <stdint.h>
#include <string.h>

typedef struct {
    int64_t time;
    int64_t key;
} event;

enum { ROOT = 3 };
static const event NEVER = {INT64_MAX, INT64_MAX};

static event *heap; /* aligned to 64 bytes */
static int heap_size;

static inline int64_t bits_of(double time) {
    int64_t bits;
    memcpy(&bits, &time, 8);
    return bits;
}

static inline double time_of(int64_t bits) {
    double time;
    memcpy(&time, &bits, 8);
    return time;
}

static inline int before(event a, event b) { return a.time < b.time || (a.time == b.time && a.key < b.key); }

static __attribute__((noinline, cold)) int earliest_by_key_too(const event *h, int first) {
    int best = first;
    for (int i = first + 1; i < first + 4; i++) {
        if (before(h[i], h[best])) {
            best = i;
        }
    }
    return best;
}

static inline int earliest_of_four(const event *h, int first) {
    int64_t t0 = h[first].time, t1 = h[first + 1].time, t2 = h[first + 2].time, t3 = h[first + 3].time;
    int64_t d1 = t1 - t0, d2 = t3 - t2;
    int64_t m1 = d1 >> 63, m2 = d2 >> 63; /* all ones if the second of the pair is earlier */
    int left = (int)(m1 & 1), right = 2 + (int)(m2 & 1);
    int64_t d3 = (t2 + (d2 & m2)) - (t0 + (d1 & m1));
    if (__builtin_expect((d1 == 0) | (d2 == 0) | (d3 == 0), 0)) {
        return earliest_by_key_too(h, first);
    }
    return first + left + ((right - left) & (int)(d3 >> 63));
}

static inline void heap_add(event e) {
    event *h = heap;
    int at = ROOT + heap_size++;
    while (at > ROOT) {
        int parent = (at >> 2) + 2;
        int64_t time = h[parent].time;
        if (e.time > time || (e.time == time && e.key >= h[parent].key)) {
            break;
        }
        h[at].time = time;
        h[at].key = h[parent].key;
        at = parent;
    }
    h[at].time = e.time;
    h[at].key = e.key;
}

/* The root goes, e comes: one way down instead of one up and one down. */
static inline void heap_replace_root(event e) {
    event *h = heap;
    int end = ROOT + heap_size, at = ROOT;
    for (;;) {
        int children = 4 * at - 8;
        if (children >= end) {
            break;
        }
        int child = earliest_of_four(h, children);
        int64_t time = h[child].time;
        if (e.time < time || (e.time == time && e.key <= h[child].key)) {
            break;
        }
        h[at].time = time;
        h[at].key = h[child].key;
        at = child;
    }
    h[at].time = e.time;
    h[at].key = e.key;
}

static inline void heap_remove_root(void) {
    int last = ROOT + --heap_size;
    event e = heap[last];
    heap[last] = NEVER;
    if (heap_size > 0) {
        heap_replace_root(e);
    }
}

#endif
