/*
 * The hold model (Vaucher, Duval 1975): the earliest of N pending events is taken out and comes back after an exponential time.
 *
 *     gcc -O3 -march=native -o hold hold.c -lm
 *     ./hold heap|ladder PENDING SECONDS SEED     prints nanoseconds of processor time per event
 *
 * heap: 4-ary, the new event takes the root's place. ladder: the ladder queue of Tang, Goh and Thng (2005).
 */
#include <stdio.h>
#include <stdlib.h>

#include "random.h"
#include "heap.h"
#include "ladder.h"

enum { BLOCK = 65536 };

static int pending;
static int64_t sequence;
static double now;

static void heap_start(void) {
    size_t events = ((size_t)pending + 20) / 4 * 4 + 4;
    heap = aligned_alloc(64, events * sizeof(event));
    for (size_t i = 0; i < events; i++) {
        heap[i] = NEVER;
    }
    for (int i = 0; i < pending; i++) {
        heap_add((event){bits_of(exponential()), sequence++ << 20 | i});
    }
}

static void heap_block(void) {
    for (int i = 0; i < BLOCK; i++) {
        event e = heap[ROOT];
        now = time_of(e.time);
        heap_replace_root((event){bits_of(now + exponential()), sequence++ << 20 | (e.key & ((1 << 20) - 1))});
    }
}

static void ladder_start(void) {
    ladder_init(pending);
    for (int i = 0; i < pending; i++) {
        ladder_add(i, exponential(), sequence++);
    }
}

static void ladder_block(void) {
    for (int i = 0; i < BLOCK; i++) {
        int id = ladder_remove();
        double time = nodes[id].time;
        if (time < now) {
            fprintf(stderr, "out of order\n");
            exit(1);
        }
        now = time;
        ladder_add(id, time + exponential(), sequence++);
    }
}

int main(int count, char **arguments) {
    if (count != 5) {
        fprintf(stderr, "usage: hold heap|ladder PENDING SECONDS SEED\n");
        return 2;
    }
    int is_heap = strcmp(arguments[1], "heap") == 0;
    pending = atoi(arguments[2]);
    double seconds = atof(arguments[3]);
    random_seed(strtoull(arguments[4], NULL, 10));
    void (*block)(void) = is_heap ? heap_block : ladder_block;
    is_heap ? heap_start() : ladder_start();

    long events = 0; /* warm up: until every event has been taken out about twice, and for a third of the time */
    for (double start = cpu_seconds(); events < 2L * pending || cpu_seconds() - start < seconds / 3; events += BLOCK) {
        block();
    }
    long warm = events;
    double start = cpu_seconds(), end = start;
    for (; end - start < seconds; end = cpu_seconds()) {
        block();
        events += BLOCK;
    }
    printf("nanoseconds=%.3f clock=%.9f expected=%.9f\n", (end - start) * 1e9 / (events - warm), now, (double)events / pending);
    return 0;
}
