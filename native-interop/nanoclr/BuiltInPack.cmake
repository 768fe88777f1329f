# Turns a model pack into a C source that holds it, or none of it when `pack` is empty.
#
#   earshot_built_in_pack(model.earshot ${CMAKE_CURRENT_BINARY_DIR}/built_in_pack.c)
function(earshot_built_in_pack pack source)
  set(bytes 0)
  set(array "0")
  if(pack)
    if(NOT EXISTS "${pack}")
      message(FATAL_ERROR "EARSHOT_PACK=${pack}: there is no such file. Give the .earshot file that `earshot train` or `earshot pack` wrote, by its full path.")
    endif()
    file(READ "${pack}" magic LIMIT 8 HEX)
    if(NOT magic STREQUAL "45415253484f5400")
      message(FATAL_ERROR "EARSHOT_PACK=${pack}: it is not a model pack. Give the .earshot file that `earshot train` or `earshot pack` wrote.")
    endif()
    file(SIZE "${pack}" bytes)
    file(READ "${pack}" hex HEX)
    string(REGEX REPLACE "(................................)" "\\1\n" hex "${hex}")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," array "${hex}")
    # Another pack in the same file: configure again.
    if(NOT CMAKE_SCRIPT_MODE_FILE)
      set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${pack}")
    endif()
  endif()
  file(CONFIGURE OUTPUT "${source}" @ONLY CONTENT [[
/* The model compiled into the firmware; written by BuiltInPack.cmake. */
#include "firmware/packs.h"

_Alignas(16) const uint8_t earshot_built_in_pack[] = {
@array@
};
const uint32_t earshot_built_in_pack_bytes = @bytes@;
]])
endfunction()
