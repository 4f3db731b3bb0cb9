/*
 * The Erlang-A desk, event by event: 10 calls a minute, 50 agents, mean talk 5 min, mean patience 3 min, all exponential; first come,
 * first served; statistics of the table only. What a general simulator is measured against.
 *
 *     gcc -O3 -march=native -o erlang_a erlang_a.c -lm
 *     ./erlang_a CALLS REPLICATIONS SEED       prints one line for each replication, after one that warms up
 *
 * An arrival, the end of a talk and the end of a patience are events of the heap. Patience is cancelled lazily: a caller who is answered
 * forgets the key of its event, and the stale event is skipped when its time comes. The first event that a handler schedules takes
 * the root's place.
 */
#include <stdio.h>
#include <stdlib.h>

#include "random.h"
#include "heap.h"

#define AGENTS 50
#define CALLS_PER_MINUTE 10.0
#define TALK_MINUTES 5.0
#define PATIENCE_MINUTES 3.0
#define TARGET_MINUTES (20.0 / 60)

enum { ARRIVAL, TALK_END, PATIENCE_END };
enum { SLOTS = 1 << 16, NO_EVENT = 0 };

typedef struct {
    double arrival;
    int64_t patience_key; /* of the pending event; NO_EVENT when it has ended or does not count any more */
} caller;

typedef struct {
    int slot;
    int64_t patience_key; /* tells whether the slot still holds the caller that entered the queue */
} entry;

static event heap_space[1 << 16] __attribute__((aligned(64)));
static caller callers[SLOTS];
static int free_slots[SLOTS], free_count;
static entry queue[SLOTS];
static uint32_t queue_head, queue_tail;

static int64_t sequence;
static int busy, root_is_free;
static double busy_since, busy_area, wait_sum, last_arrival;
static long call_count, abandoned, within, stale;

static inline int64_t new_key(int type, int slot) { return (sequence++ << 18) | ((int64_t)slot << 2) | type; }

static inline void schedule(double time, int64_t key) {
    event e = {bits_of(time), key};
    if (root_is_free) {
        root_is_free = 0;
        heap_replace_root(e);
    } else {
        heap_add(e);
    }
}

static inline void change_busy(double now, int change) {
    busy_area += busy * (now - busy_since);
    busy_since = now;
    busy += change;
}

static inline void talk(double now) { schedule(now + exponential() * TALK_MINUTES, new_key(TALK_END, 0)); }

static inline void arrive(double now, long calls) {
    last_arrival = now;
    if (++call_count < calls) {
        schedule(now + exponential() / CALLS_PER_MINUTE, new_key(ARRIVAL, 0));
    }
    if (busy < AGENTS) {
        change_busy(now, 1);
        within++;
        talk(now);
        return;
    }
    int slot = free_slots[--free_count];
    int64_t key = new_key(PATIENCE_END, slot);
    callers[slot] = (caller){now, key};
    queue[queue_tail++ % SLOTS] = (entry){slot, key};
    schedule(now + exponential() * PATIENCE_MINUTES, key);
}

static inline void forget(int slot) {
    callers[slot].patience_key = NO_EVENT;
    free_slots[free_count++] = slot;
}

static inline void end_talk(double now) {
    while (queue_head != queue_tail) {
        entry next = queue[queue_head++ % SLOTS];
        if (callers[next.slot].patience_key == next.patience_key) {
            forget(next.slot);
            double wait = now - callers[next.slot].arrival;
            wait_sum += wait;
            within += wait <= TARGET_MINUTES;
            talk(now);
            return;
        }
    }
    change_busy(now, -1);
}

static inline void end_patience(double now, int slot, int64_t key) {
    if (callers[slot].patience_key == key) {
        forget(slot);
        wait_sum += now - callers[slot].arrival;
        abandoned++;
    } else {
        stale++;
    }
}

static void reset(void) {
    heap = heap_space;
    heap_size = 0;
    for (size_t i = 0; i < sizeof heap_space / sizeof *heap_space; i++) {
        heap[i] = NEVER;
    }
    free_count = 0;
    for (int slot = SLOTS - 1; slot >= 0; slot--) {
        free_slots[free_count++] = slot;
    }
    queue_head = queue_tail = 0;
    sequence = 1;
    busy = root_is_free = 0;
    busy_since = busy_area = wait_sum = 0;
    call_count = abandoned = within = stale = 0;
}

static void run(long calls) {
    reset();
    schedule(exponential() / CALLS_PER_MINUTE, new_key(ARRIVAL, 0));
    while (heap_size > 0) {
        event e = heap[ROOT];
        double now = time_of(e.time);
        int slot = (e.key >> 2) & (SLOTS - 1);
        root_is_free = 1;
        switch (e.key & 3) {
        case ARRIVAL: arrive(now, calls); break;
        case TALK_END: end_talk(now); break;
        default: end_patience(now, slot, e.key);
        }
        if (root_is_free) {
            root_is_free = 0;
            heap_remove_root();
        }
    }
}

int main(int count, char **arguments) {
    if (count != 4) {
        fprintf(stderr, "usage: erlang_a CALLS REPLICATIONS SEED\n");
        return 2;
    }
    long calls = atol(arguments[1]);
    random_seed(strtoull(arguments[3], NULL, 10));
    run(calls / 5);
    for (int replications = atoi(arguments[2]); replications > 0; replications--) {
        double start = cpu_seconds();
        run(calls);
        printf("cpu_seconds=%.6f calls=%ld abandoned=%ld within=%ld wait_minutes=%.6f busy_minutes=%.6f span_minutes=%.6f stale=%ld\n",
               cpu_seconds() - start, call_count, abandoned, within, wait_sum, busy_area, last_arrival, stale);
    }
    return 0;
}
