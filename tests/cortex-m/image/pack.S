/* The cases, in flash. */
    .section .pack, "a", %progbits
    .global pack_begin
    .balign 16
pack_begin:
    .incbin CASES
