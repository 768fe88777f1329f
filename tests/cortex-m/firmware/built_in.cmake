# cmake -DSOURCE=out.c -DPACK=model.earshot -P built_in.cmake
include(${CMAKE_CURRENT_LIST_DIR}/../../../native-interop/nanoclr/BuiltInPack.cmake)
earshot_built_in_pack("${PACK}" "${SOURCE}")
