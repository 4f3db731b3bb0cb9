/*
 * The ladder queue of Tang, Goh and Thng (2005), with nodes of fixed number instead of allocated ones.
 *
 * Top: an unsorted list of the far future. Rungs: arrays of buckets, each rung one bucket of the rung above, divided finer. Bottom: a
 * short sorted array of the near future, latest first. A bucket of at most THRESHOLD events goes to the bottom, a fuller one becomes
 * a rung. Equal times leave in order of their sequence numbers.
 */
#ifndef LADDER_H
#define LADDER_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { THRESHOLD = 48, RUNGS = 10, BOTTOM = 4096, NONE = -1 };

typedef struct {
    double time;
    int64_t sequence;
    int next;
} node;

typedef struct {
    double start, width, per_width; /* per_width = 1 / width */
    int *head, *count;              /* by bucket: first node, number of nodes */
    int capacity, buckets, current, total;
} rung;

typedef struct {
    double time;
    int64_t sequence;
    int id;
} bottom_event;

static node *nodes;
static int top, top_count;
static double top_start, top_min, top_max;
static rung rungs[RUNGS];
static int rung_count;
static bottom_event bottom[BOTTOM];
static int bottom_count;

static void top_clear(void) {
    top = NONE;
    top_count = 0;
    top_min = 1e300;
    top_max = -1;
}

static void ladder_init(int capacity) {
    nodes = aligned_alloc(64, (capacity * sizeof(node) + 63) / 64 * 64);
    top_clear();
    top_start = 0;
}

static inline void bottom_add(double time, int64_t sequence, int id) {
    int i = bottom_count++;
    while (i > 0 && (bottom[i - 1].time < time || (bottom[i - 1].time == time && bottom[i - 1].sequence < sequence))) {
        bottom[i] = bottom[i - 1];
        i--;
    }
    bottom[i] = (bottom_event){time, sequence, id};
}

static inline int bucket_of(const rung *r, double time) {
    int bucket = (int)((time - r->start) * r->per_width);
    return bucket < r->buckets ? bucket : r->buckets - 1;
}

static inline void bucket_add(rung *r, int bucket, int id) {
    nodes[id].next = r->head[bucket];
    r->head[bucket] = id;
    r->count[bucket]++;
}

static inline void ladder_add(int id, double time, int64_t sequence) {
    nodes[id].time = time;
    nodes[id].sequence = sequence;
    if (time >= top_start) {
        nodes[id].next = top;
        top = id;
        top_count++;
        if (time < top_min) top_min = time;
        if (time > top_max) top_max = time;
        return;
    }
    for (int i = 0; i < rung_count; i++) {
        int bucket = bucket_of(&rungs[i], time);
        if (bucket >= rungs[i].current) {
            bucket_add(&rungs[i], bucket, id);
            rungs[i].total++;
            return;
        }
    }
    bottom_add(time, sequence, id);
}

static void rung_begin(double start, double width, int buckets, int list) {
    rung *r = &rungs[rung_count++];
    if (r->capacity < buckets) {
        free(r->head);
        free(r->count);
        r->capacity = 2 * buckets;
        r->head = malloc(r->capacity * sizeof(int));
        r->count = malloc(r->capacity * sizeof(int));
    }
    memset(r->head, 0xff, buckets * sizeof(int)); /* NONE */
    memset(r->count, 0, buckets * sizeof(int));
    r->start = start;
    r->width = width;
    r->per_width = 1 / width;
    r->buckets = buckets;
    r->current = 0;
    r->total = 0;
    while (list != NONE) {
        int next = nodes[list].next;
        bucket_add(r, bucket_of(r, nodes[list].time), list);
        r->total++;
        list = next;
    }
}

static void bottom_fill(int list) {
    for (; list != NONE; list = nodes[list].next) {
        bottom_add(nodes[list].time, nodes[list].sequence, list);
    }
}

static void top_to_rung(void) {
    int list = top, count = top_count;
    double min = top_min, max = top_max;
    top_clear();
    top_start = nextafter(max, 1e300);
    if (count <= THRESHOLD || max <= min) {
        bottom_fill(list);
    } else {
        rung_begin(min, (max - min) / count, count + 1, list);
    }
}

static void bottom_refill(void) {
    while (bottom_count == 0) {
        if (rung_count == 0) {
            top_to_rung();
            continue;
        }
        rung *r = &rungs[rung_count - 1];
        if (r->total == 0) {
            rung_count--;
            continue;
        }
        int bucket = r->current;
        while (r->head[bucket] == NONE) {
            bucket++;
        }
        r->current = bucket + 1;
        int list = r->head[bucket], count = r->count[bucket];
        r->total -= count;
        if (count > THRESHOLD && rung_count < RUNGS) {
            rung_begin(r->start + bucket * r->width, r->width / count, count + 1, list);
        } else {
            bottom_fill(list);
        }
    }
}

/* The number of the earliest event, which leaves. */
static inline int ladder_remove(void) {
    if (bottom_count == 0) {
        bottom_refill();
    }
    return bottom[--bottom_count].id;
}

#endif
