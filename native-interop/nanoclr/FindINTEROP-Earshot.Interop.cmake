# nanoCLR's build finds Earshot.Interop by this module: CMake/Modules/FindINTEROP-Earshot.Interop.cmake of nf-interpreter, whose
# InteropAssemblies/Earshot.Interop is Earshot's folder native-interop, or wherever EARSHOT_ROOT says. docs/firmware.md goes
# through it step by step.
#
#   -DNF_INTEROP_ASSEMBLIES=Earshot.Interop -DEARSHOT_PACK=/full/path/model.earshot

include(FindPackageHandleStandardArgs)

set(BASE_PATH_FOR_THIS_MODULE "${PROJECT_SOURCE_DIR}/InteropAssemblies/Earshot.Interop")
set(EARSHOT_ROOT "${BASE_PATH_FOR_THIS_MODULE}" CACHE PATH "Earshot's folder native-interop")
if(NOT EXISTS "${EARSHOT_ROOT}/nanoclr/Earshot_Interop.cpp")
  message(FATAL_ERROR "EARSHOT_ROOT=${EARSHOT_ROOT}: nanoclr/Earshot_Interop.cpp is not there. Give the full path of Earshot's folder native-interop.")
endif()

set(EARSHOT_PACK "" CACHE FILEPATH "Model pack to compile into the firmware; empty: only a deployed one")
set(EARSHOT_ARENA_BYTES 24576 CACHE STRING "Bytes of arena: the most that `earshot inspect` says of the models to run")
set(EARSHOT_RING_SAMPLES 2048 CACHE STRING "Samples of the microphone's ring: EARSHOT_BLOCK_SAMPLES times a power of two")
set(EARSHOT_BLOCK_SAMPLES 64 CACHE STRING "Samples of a block, a half of what DMA fills")
set(EARSHOT_PACK_ADDRESS "" CACHE STRING "Where a deployed pack lies; empty: EARSHOT_PACK_BYTES before the end of the deployment region")
set(EARSHOT_PACK_BYTES 131072 CACHE STRING "Room for a deployed pack")
option(EARSHOT_SMALL "Small kernels: half the code, about twice the time (docs/kernels.md)" ON)
set(EARSHOT_KERNELS armv7em CACHE STRING "Kernels without EARSHOT_SMALL: armv7em, or reference on a core without the DSP extension")
set(EARSHOT_MICROPHONE_GAIN 256 CACHE STRING "Gain in 1/256 after the converter")
set(EARSHOT_OPTIONS "" CACHE STRING "Further definitions for the port, such as EARSHOT_ADC_CHANNEL=4; ports/*/capture.c lists them")

set(EARSHOT_DEFINITIONS)
# The port: ChibiOS targets sample an analog microphone by ADC, the ThreadX target a PDM microphone by DFSDM.
if(RTOS_THREADX_CHECK OR RTOS STREQUAL "ThreadX")
  set(EARSHOT_PORT threadx)
  list(APPEND EARSHOT_DEFINITIONS EARSHOT_THREADX)
else()
  set(EARSHOT_PORT chibios)
endif()

file(GLOB EARSHOT_MODULE_SOURCES CONFIGURE_DEPENDS
  "${EARSHOT_ROOT}/src/*.c" "${EARSHOT_ROOT}/src/nn/*.c" "${EARSHOT_ROOT}/src/frontend/*.c" "${EARSHOT_ROOT}/src/model/*.c"
  "${EARSHOT_ROOT}/src/engine/*.c" "${EARSHOT_ROOT}/src/capture/*.c" "${EARSHOT_ROOT}/src/kernels/reference/*.c")
set(EARSHOT_KERNEL_FOLDER "${EARSHOT_KERNELS}")
if(EARSHOT_SMALL)
  set(EARSHOT_KERNEL_FOLDER small)
endif()
if(NOT EARSHOT_KERNEL_FOLDER MATCHES "^(small|armv7em|reference)$")
  message(FATAL_ERROR "EARSHOT_KERNELS=${EARSHOT_KERNELS}: give armv7em or reference.")
endif()
set(EARSHOT_KERNEL_SOURCES)
if(NOT EARSHOT_KERNEL_FOLDER STREQUAL "reference")
  # The reference stays in, less its choice of kernels: it does what the set has no kernel for.
  list(FILTER EARSHOT_MODULE_SOURCES EXCLUDE REGEX "kernels/reference/kernels\\.c$")
  file(GLOB EARSHOT_KERNEL_SOURCES CONFIGURE_DEPENDS
    "${EARSHOT_ROOT}/src/kernels/${EARSHOT_KERNEL_FOLDER}/*.c" "${EARSHOT_ROOT}/src/kernels/${EARSHOT_KERNEL_FOLDER}/*.S")
endif()
file(GLOB EARSHOT_FIRMWARE_SOURCES CONFIGURE_DEPENDS
  "${EARSHOT_ROOT}/nanoclr/firmware/*.c" "${EARSHOT_ROOT}/ports/stm32/*.c" "${EARSHOT_ROOT}/ports/${EARSHOT_PORT}/*.c")
file(GLOB EARSHOT_STUB_SOURCES CONFIGURE_DEPENDS "${EARSHOT_ROOT}/nanoclr/*.cpp")

include("${EARSHOT_ROOT}/nanoclr/BuiltInPack.cmake")
earshot_built_in_pack("${EARSHOT_PACK}" "${CMAKE_CURRENT_BINARY_DIR}/earshot_built_in_pack.c")
set(EARSHOT_FIRMWARE_SOURCES ${EARSHOT_FIRMWARE_SOURCES} "${CMAKE_CURRENT_BINARY_DIR}/earshot_built_in_pack.c")

set(EARSHOT_DEFINITIONS ${EARSHOT_DEFINITIONS}
  EARSHOT_ARENA_BYTES=${EARSHOT_ARENA_BYTES} EARSHOT_RING_SAMPLES=${EARSHOT_RING_SAMPLES}
  EARSHOT_BLOCK_SAMPLES=${EARSHOT_BLOCK_SAMPLES} EARSHOT_PACK_BYTES=${EARSHOT_PACK_BYTES}
  EARSHOT_MICROPHONE_GAIN=${EARSHOT_MICROPHONE_GAIN} ${EARSHOT_OPTIONS})
if(EARSHOT_PACK_ADDRESS)
  list(APPEND EARSHOT_DEFINITIONS EARSHOT_PACK_ADDRESS=${EARSHOT_PACK_ADDRESS})
endif()
if(EARSHOT_SMALL)
  list(APPEND EARSHOT_DEFINITIONS EARSHOT_SMALL)
endif()
# One rounding for a product and one for a sum, on every core: docs/c-module.md. The last flag of a command line counts. The module
# has its own warnings, as errors; shadowing is not among them.
set_source_files_properties(${EARSHOT_MODULE_SOURCES} ${EARSHOT_KERNEL_SOURCES} ${EARSHOT_FIRMWARE_SOURCES} PROPERTIES
  COMPILE_OPTIONS "-ffp-contract=off;-Wno-shadow" COMPILE_DEFINITIONS "${EARSHOT_DEFINITIONS}")

set(Earshot.Interop_INCLUDE_DIRS
  "${PROJECT_SOURCE_DIR}/src/CLR/Core" "${PROJECT_SOURCE_DIR}/src/CLR/Include" "${PROJECT_SOURCE_DIR}/src/HAL/Include"
  "${PROJECT_SOURCE_DIR}/src/PAL/Include" "${EARSHOT_ROOT}/include" "${EARSHOT_ROOT}/nanoclr")
set(Earshot.Interop_SOURCES
  ${EARSHOT_STUB_SOURCES} ${EARSHOT_FIRMWARE_SOURCES} ${EARSHOT_MODULE_SOURCES} ${EARSHOT_KERNEL_SOURCES})

FIND_PACKAGE_HANDLE_STANDARD_ARGS(Earshot.Interop DEFAULT_MSG Earshot.Interop_INCLUDE_DIRS Earshot.Interop_SOURCES)
