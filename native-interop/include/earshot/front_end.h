/*
 * Front end: 16-bit sound in, int8 features and the A-weighted level out.
 *
 *     samples -> window -> real FFT -> power -> mel bands -> log2 -> normalisation -> int8
 *
 * or, for networks that hear raw sound, the samples themselves in eight bits; the level is computed all the
 * same.
 *
 * The engine (engine.h) runs this by itself. Use this header alone to compute features without a model, as a
 * trainer does; both run the same code and give the same bits.
 *
 * Arithmetic. 32-bit fixed point up to the power spectrum, 64-bit integers for powers and bands; no floating
 * point anywhere. The same samples therefore give the same features on every machine (docs/front-end.md).
 *
 * Frames. Frame n covers the samples [n * hop_samples, n * hop_samples + frame_samples). The first one is
 * complete when frame_samples have arrived, every later one hop_samples after it.
 */
#ifndef EARSHOT_FRONT_END_H
#define EARSHOT_FRONT_END_H

#include <stddef.h>
#include <stdint.h>

#include "earshot/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What the features are. */
typedef enum earshot_front_end_kind {
    /* Normalised log2 mel bands. */
    EARSHOT_FRONT_END_LOG_MEL = 1,
    /*
     * The newest hop_samples samples of the frame, oldest first, one a "band". Their logarithm, because eight
     * linear bits would lose all sound 48 dB below full scale: sign and mu-law code (ITU-T G.711) of the
     * upper 14 bits. With m = min(floor(|x| / 4) + 33, 8191) and s = floor(log2(m)) - 5, the magnitude is 16
     * * s + floor(m / 2^(s + 1)) - 16, 0 to 127.
     */
    EARSHOT_FRONT_END_SAMPLES = 2
} earshot_front_end_kind;

/* How log2 mel values become int8. */
typedef enum earshot_normalisation {
    /* q = affine(L - mean[band]): fixed statistics of the training set. */
    EARSHOT_NORMALISATION_FIXED = 0,
    /*
     * q = affine(L - running - mean[band]), where `running` follows the frame's mean over bands with one
     * pole: running += (mean over bands of L - running) * level_rate, updated before it is used. It removes
     * the gain of a microphone and the distance of a source without looking ahead.
     */
    EARSHOT_NORMALISATION_CAUSAL = 1
} earshot_normalisation;

/*
 * One triangle of the filter bank: a weight that is 1 at its peak and falls linearly to 0 at the peaks of its
 * two neighbours. Hence a bin between two peaks belongs to both triangles with weights that add up to 1, and
 * one record describes the bins from this peak (included, if it falls on a bin) to the next one (excluded).
 */
typedef struct earshot_triangle {
    uint16_t first_bin; /* 1 or more, not before the end of the previous record's bins */
    uint16_t bins; /* may be 0; first_bin + bins <= fft_size / 2. The last triangle ends at its peak: 0 */
    uint32_t rise_offset;  /* weight of first_bin in the next triangle, in 1/2^32 */
    uint32_t rise_slope;   /* what each further bin adds to it; the sum is at most 1 for the last bin */
    uint32_t level_weight; /* A-weighting of power at the peak, in 1/2^31 */
} earshot_triangle;

/*
 * Settings. The tables belong to the caller (or to the pack) and must stay valid and unchanged as long as the
 * front end is in use; docs/model-pack.md gives their formulas.
 */
typedef struct earshot_front_end_settings {
    uint32_t sample_rate;    /* Hz, 1000 to 192000; information only */
    uint16_t frame_samples;  /* window length, 16 to fft_size; the FFT sees zeros after it */
    uint16_t hop_samples;    /* 1 to frame_samples */
    uint16_t fft_size;       /* 256, 512 or 1024 */
    uint16_t bands;          /* 1 to 256; samples: hop_samples */
    uint16_t triangle_count; /* bands and triangles that only the level needs; at most 512 */
    uint16_t first_band;     /* index of the triangle that is band 0; first_band + bands <= triangle_count;
                                samples: triangle_count */
    uint16_t kind;           /* earshot_front_end_kind */
    uint16_t normalisation;  /* earshot_normalisation; samples: fixed */
    uint8_t shift;           /* of the affine step, 24 to 47; samples: 0 */
    int8_t zero_point;       /* of the features; samples: 0 */
    int32_t
        log_offset; /* log2 of the scale of the powers, Q16, within +-40; subtracted from their logarithm */
    int32_t log_floor;    /* smallest log2 of a band, Q8, -40 * 256 to 60 * 256 */
    int32_t level_offset; /* added to the level, 1/256 dB, within +-65536 */
    int32_t level_start;  /* causal: `running` after a reset, Q8 log2, -32768 to 32767; else 0 */
    uint32_t level_rate;  /* causal: 1 to 65536 in 1/65536 a frame; else 0 */
    const int32_t
        *window; /* [fft_size], each within +-2^25, 0 from frame_samples on; sums are limited, too */
    const earshot_triangle *triangles; /* [triangle_count] */
    const int32_t *means;              /* [bands], Q8 log2, -65536 to 65536; samples: not read */
    const int32_t *multipliers;        /* [bands], 1 to 2^31 - 1; samples: not read */
} earshot_front_end_settings;

union earshot_bin;

/* State. Statically allocatable; its fields are private. */
typedef struct earshot_front_end {
    const earshot_front_end_settings *settings;
    int16_t *frame;              /* [fft_size]: samples of the frame that is being filled */
    int16_t *log_mel;            /* [bands] */
    union earshot_bin *spectrum; /* [fft_size / 2] */
    uint32_t filled;             /* samples in `frame` */
    int32_t running;             /* causal normalisation, Q16 log2 */
    int32_t level;               /* of the last frame, 1/256 dB */
} earshot_front_end;

/*
 * Checks every setting and every table entry.
 * Returns EARSHOT_OK, EARSHOT_ERROR_ARGUMENT (null) or EARSHOT_ERROR_FRONT_END.
 */
EARSHOT_API earshot_status earshot_front_end_check(const earshot_front_end_settings *settings);

/*
 * Bytes that earshot_front_end_init() needs: `state` keeps its content between calls, `scratch` only during
 * one and may be shared with other work in between.
 */
EARSHOT_API size_t earshot_front_end_state_bytes(const earshot_front_end_settings *settings);
EARSHOT_API size_t earshot_front_end_scratch_bytes(const earshot_front_end_settings *settings);

/*
 * Prepares a front end for its first sample. `state` and `scratch` must be 16-byte aligned and as big as the
 * functions above say; `settings` must have passed earshot_front_end_check().
 */
EARSHOT_API earshot_status earshot_front_end_init(earshot_front_end *front_end,
                                                  const earshot_front_end_settings *settings, void *state,
                                                  void *scratch);

/* Forgets all samples and the running level. */
EARSHOT_API void earshot_front_end_reset(earshot_front_end *front_end);

/*
 * Takes samples until they are used up or one frame is complete, whichever comes first. Returns how many it
 * took. When a frame was completed, *complete is 1, `features` ([bands]) has been written and
 * front_end->log_mel ([bands], Q8; samples: 0) and front_end->level (1/256 dB) are those of that frame;
 * otherwise *complete is 0.
 */
EARSHOT_API size_t earshot_front_end_push(earshot_front_end *front_end, const int16_t *pcm, size_t samples,
                                          int8_t *features, int *complete);

/* Frames in a clip: 0 when it is shorter than a frame, else (samples - frame_samples) / hop_samples + 1. */
EARSHOT_API size_t earshot_frame_count(const earshot_front_end_settings *settings, size_t samples);

/*
 * Features of a whole clip, starting from a reset front end.
 *
 *   memory, bytes  16-byte aligned working memory of at least earshot_features_bytes(settings)
 *   features       int8  [frames][bands], or null
 *   log_mel        int16 [frames][bands] before normalisation, 1/256 of a log2 unit of band power, or null
 *   levels         int32 [frames], A-weighted level of each frame in 1/256 dB (see earshot_level()), or null
 *   capacity       frames for which the arrays have room; fewer than earshot_frame_count() is
 * EARSHOT_ERROR_MEMORY frames         receives the number of frames
 *
 * Checks the settings first. Errors: EARSHOT_ERROR_ARGUMENT, _ALIGNMENT, _MEMORY, _FRONT_END.
 */
EARSHOT_API size_t earshot_features_bytes(const earshot_front_end_settings *settings);
EARSHOT_API earshot_status earshot_features(const earshot_front_end_settings *settings, const int16_t *pcm,
                                            size_t samples, void *memory, size_t bytes, int8_t *features,
                                            int16_t *log_mel, int32_t *levels, size_t capacity,
                                            size_t *frames);

#ifdef __cplusplus
}
#endif

#endif
