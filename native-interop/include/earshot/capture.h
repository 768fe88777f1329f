/*
 * Capture: what a converter delivers becomes 16-bit sound in a ring.
 *
 *     raw values -> decimation -> DC removal -> gain -> saturation -> ring
 *
 * The interrupt of a DMA that fills a buffer in a circle calls earshot_capture_unsigned() or
 * earshot_capture_signed() with the half that is complete. Integer arithmetic, no allocation, no division;
 * about 60 cycles a sample on a Cortex-M4 without decimation.
 *
 * Decimation halves the rate once, twice or three times with a half-band filter of 31 taps (Kaiser window,
 * beta 5; J. F. Kaiser, 1974). Within 75 % of the band that is left, 6 kHz at 16 kHz, each halving changes
 * the level by less than 0.02 dB and lets through less than -54 dB of what would fold into it.
 */
#ifndef EARSHOT_CAPTURE_H
#define EARSHOT_CAPTURE_H

#include <stddef.h>
#include <stdint.h>

#include "earshot/ring.h"
#include "earshot/status.h"

#ifdef __cplusplus
extern "C" {
#endif

#define EARSHOT_CAPTURE_HALVINGS 3u
#define EARSHOT_HALF_BAND_TAPS 31u

typedef struct earshot_capture_settings {
    uint16_t decimation; /* raw values a sample: 1, 2, 4 or 8 */
    uint16_t bits;       /* of a raw value: 8 to 24. Unsigned ones are centred at 2^(bits - 1) */
    uint16_t gain;       /* 1/256; at 256 the raw values' full scale is that of the samples. 1 to 65535 */
    uint16_t dc_shift;   /* 1 to 10: the mean is followed with a time constant of 2^dc_shift samples, which is
                            a high pass at sample_rate / (2 pi 2^dc_shift): 10 Hz at 16 kHz for 8 */
} earshot_capture_settings;

/* What was heard between two readings of it. */
typedef struct earshot_capture_statistics {
    uint32_t samples;     /* samples that the numbers below are of */
    uint32_t clipped;     /* of them, those that met the end of the scale: raw ones or after the gain */
    int32_t minimum;      /* after the gain, -32768 to 32767 */
    int32_t maximum;      /* after the gain */
    int32_t offset;       /* the mean that is removed: raw, in 1/2^15 of full scale, before the gain */
    uint32_t mean_square; /* after the gain: mean of squares, 0 to 2^30 */
} earshot_capture_statistics;

typedef struct earshot_half_band {
    int32_t even[EARSHOT_HALF_BAND_TAPS / 2 + 1]; /* the last 16 values that meet the outer taps */
    int32_t odd[EARSHOT_HALF_BAND_TAPS / 4 + 1];  /* the last 8 that meet the centre */
    uint16_t even_at;
    uint16_t odd_at;
    uint16_t is_odd;
} earshot_half_band;

/* Statically allocatable; its fields are private. */
typedef struct earshot_capture {
    earshot_ring *ring;
    earshot_capture_settings settings;
    earshot_half_band halvings[EARSHOT_CAPTURE_HALVINGS];
    uint32_t halving_count;
    int32_t mean; /* times 2^dc_shift, in 1/2^19 of full scale */
    uint32_t has_mean;
    int16_t *block;  /* in the ring, or null */
    uint32_t filled; /* samples of the block */
    uint32_t is_open;
    uint32_t met_end; /* since the last sample */
    /* Interrupt's: of the stretch that is being measured. */
    earshot_capture_statistics running;
    uint64_t squares;
    /* Published when the reader asked for it. */
    earshot_capture_statistics ready;
    uint32_t asked;    /* reader writes */
    uint32_t answered; /* interrupt writes */
} earshot_capture;

/* Prepares a capture into `ring`. EARSHOT_ERROR_ARGUMENT when a setting is out of its range. */
EARSHOT_API earshot_status earshot_capture_init(earshot_capture *capture,
                                                const earshot_capture_settings *settings, earshot_ring *ring);

/* Interrupt: takes `count` raw values as an ADC gives them. Samples appear in the ring block by block. */
EARSHOT_API void earshot_capture_unsigned(earshot_capture *capture, const uint16_t *raw, size_t count);

/*
 * Interrupt: the same for signed 32-bit values that are shifted right by `shift` (0 to 31) first, as a DFSDM
 * gives them: 24 bits above 8 of status.
 */
EARSHOT_API void earshot_capture_signed(earshot_capture *capture, const int32_t *raw, size_t count,
                                        uint32_t shift);

/*
 * Thread: asks for the statistics of what is heard from the last answer up to the next call of the interrupt.
 * Returns 1 and fills `*statistics` when an answer lies there, else 0; ask again later. The first call
 * returns 0.
 */
EARSHOT_API int earshot_capture_read_statistics(earshot_capture *capture,
                                                earshot_capture_statistics *statistics);

#ifdef __cplusplus
}
#endif

#endif
