# nanoCLR of ST_B_L475E_IOT01A with Earshot's C module: cmake -C firmware.cmake …; written by 'earshot board show' from board.yaml.
set(NF_INTEROP_ASSEMBLIES "Earshot.Interop" CACHE STRING "")
set(EARSHOT_CORE "cortex-m4" CACHE STRING "")
set(EARSHOT_SMALL "ON" CACHE STRING "")
set(EARSHOT_KERNELS "armv7em" CACHE STRING "")
set(EARSHOT_BLOCK_SAMPLES "64" CACHE STRING "")
set(EARSHOT_RING_SAMPLES "2048" CACHE STRING "")
set(EARSHOT_PACK_ADDRESS "0x080DE800" CACHE STRING "")
set(EARSHOT_PACK_BYTES "131072" CACHE STRING "")
set(EARSHOT_OPTIONS "" CACHE STRING "")
# ThreadX lets the core sleep when no thread can run.
file(WRITE "${CMAKE_BINARY_DIR}/earshot-threadx.cmake" "add_compile_definitions(TX_ENABLE_WFI)\n")
set(CMAKE_PROJECT_threadx_INCLUDE "${CMAKE_BINARY_DIR}/earshot-threadx.cmake" CACHE STRING "")
