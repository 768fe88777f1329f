/*
 * Status codes: what every function of this module that can fail returns.
 *
 * EARSHOT_OK is 0 and every error is negative, so `if (earshot_push(...) < 0)` is a complete test.
 */
#ifndef EARSHOT_STATUS_H
#define EARSHOT_STATUS_H

#ifdef __cplusplus
extern "C" {
#endif

/* Functions of the public interface; the host build exports exactly these from the shared library. */
#if defined(EARSHOT_BUILD_SHARED) && defined(_WIN32)
#define EARSHOT_API __declspec(dllexport)
#elif defined(EARSHOT_BUILD_SHARED)
#define EARSHOT_API __attribute__((visibility("default")))
#else
#define EARSHOT_API
#endif

typedef enum earshot_status {
    EARSHOT_OK = 0,
    /* The caller's mistakes. */
    EARSHOT_ERROR_ARGUMENT = -1,  /* a null pointer, or a count that makes no sense */
    EARSHOT_ERROR_ALIGNMENT = -2, /* the pack or the arena does not start at a multiple of 16 bytes */
    EARSHOT_ERROR_MEMORY = -3,    /* the arena or the output buffer is smaller than asked for */
    /* The pack is not intact. */
    EARSHOT_ERROR_MAGIC = -4,   /* it does not start with "EARSHOT" */
    EARSHOT_ERROR_VERSION = -5, /* a format version that this module does not read */
    EARSHOT_ERROR_SIZE = -6,    /* cut short, or longer than its header says */
    EARSHOT_ERROR_CRC = -7,     /* a byte has changed since it was written */
    /* The pack is intact but wrong; earshot_model_fault() says which record. */
    EARSHOT_ERROR_OFFSET = -8,     /* a table starts or ends outside the pack, or is misaligned */
    EARSHOT_ERROR_RESERVED = -9,   /* a reserved field is not zero */
    EARSHOT_ERROR_FRONT_END = -10, /* a front-end setting or table is out of range */
    EARSHOT_ERROR_LABEL = -11,     /* a label is not terminated UTF-8, or a class setting is out of range */
    EARSHOT_ERROR_TENSOR = -12,    /* a tensor's shape, scale or use is out of range */
    EARSHOT_ERROR_LAYER = -13,     /* an unknown operator or a setting out of range */
    EARSHOT_ERROR_SHAPE = -14,     /* shapes disagree from one layer to the next */
    EARSHOT_ERROR_QUANTISATION = -15, /* a multiplier, shift, bias or clamp out of range */
    EARSHOT_ERROR_ARENA = -16,  /* the arena plan: a buffer outside, too small, or overlapping another */
    EARSHOT_ERROR_KERNEL = -17, /* a kernel or weight layout that this build does not have */
    /* The build is not fit. */
    EARSHOT_ERROR_ARITHMETIC = -18 /* compiled with contraction, or with a kernel library that rounds twice */
} earshot_status;

/*
 * A short English text without full stop, such as "the pack is cut short or longer than its header says".
 * Never null; an unknown code gives "unknown status". The text is constant and needs no release.
 */
EARSHOT_API const char *earshot_status_text(earshot_status status);

#ifdef __cplusplus
}
#endif

#endif
