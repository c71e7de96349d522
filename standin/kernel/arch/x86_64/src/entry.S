/* SPDX-License-Identifier: BSD-2-Clause */
/* SPDX-FileCopyrightText: 2026 the cpp-sel4 authors */

/*
 * Ways into and out of the kernel. current_context is where the registers of the thread that runs
 * are (sel4::kernel::arch::Context, which is where the TCB begins). There is one core, so the kernel
 * finds it without a segment register: those are the programs'.
 */

#define KERNEL_OFFSET 0xffffffff80000000
#define PC 0
#define SP 8
#define FLAGS 16
#define RAX 24
#define RBX 32
#define RCX 40
#define RDX 48
#define RSI 56
#define RDI 64
#define RBP 72
#define R8 80
#define R9 88
#define R10 96
#define R11 104
#define R12 112
#define R13 120
#define R14 128
#define R15 136
#define RESTART_PC 160
#define BY_SYSCALL 168

#define KERNEL_CODE 0x08
#define USER_DATA 0x1b
#define USER_CODE 0x23

        .macro save_registers base
        movq    %rbx, RBX(\base)
        movq    %rdx, RDX(\base)
        movq    %rsi, RSI(\base)
        movq    %rdi, RDI(\base)
        movq    %rbp, RBP(\base)
        movq    %r8, R8(\base)
        movq    %r9, R9(\base)
        movq    %r10, R10(\base)
        movq    %r12, R12(\base)
        movq    %r13, R13(\base)
        movq    %r14, R14(\base)
        movq    %r15, R15(\base)
        .endm

        .text
        .global syscall_entry
syscall_entry:
        /* Of the stack pointer the context keeps what it was before: that is the program's to keep. */
        movq    current_context, %rsp
        movq    %rax, RAX(%rsp)
        save_registers %rsp
        movq    $1, BY_SYSCALL(%rsp)
        movq    %rcx, PC(%rsp)
        movq    %r11, FLAGS(%rsp)
        subq    $2, %rcx
        movq    %rcx, RESTART_PC(%rsp)
        movq    $kernel_stack_top, %rsp
        call    kernel_syscall

        .global return_to_user
return_to_user:
        movq    %rax, current_context
        movq    %rax, %rsp
        movq    RBX(%rsp), %rbx
        movq    RDX(%rsp), %rdx
        movq    RSI(%rsp), %rsi
        movq    RDI(%rsp), %rdi
        movq    RBP(%rsp), %rbp
        movq    R8(%rsp), %r8
        movq    R9(%rsp), %r9
        movq    R10(%rsp), %r10
        movq    R12(%rsp), %r12
        movq    R13(%rsp), %r13
        movq    R14(%rsp), %r14
        movq    R15(%rsp), %r15
        movq    PC(%rsp), %rcx
        movq    FLAGS(%rsp), %r11
        cmpq    $0, BY_SYSCALL(%rsp)
        je      1f
        movq    RAX(%rsp), %rax
        xorl    %esp, %esp
        sysretq
1:      movq    %rsp, %rax
        movq    $kernel_stack_top, %rsp
        pushq   $USER_DATA
        pushq   SP(%rax)
        pushq   %r11
        pushq   $USER_CODE
        pushq   %rcx
        movq    RCX(%rax), %rcx
        movq    R11(%rax), %r11
        movq    RAX(%rax), %rax
        iretq

/* On the stack: vector, error code, and what the processor pushes. */
interrupt_entry:
        cld
        testb   $3, 24(%rsp)
        jz      2f
        pushq   %rax
        movq    current_context, %rax
        save_registers %rax
        movq    %rcx, RCX(%rax)
        movq    %r11, R11(%rax)
        movq    $0, BY_SYSCALL(%rax)
        popq    RAX(%rax)
        popq    %rdi
        popq    %rsi
        popq    %rdx
        movq    %rdx, PC(%rax)
        movq    %rdx, RESTART_PC(%rax)
        addq    $8, %rsp
        popq    FLAGS(%rax)
        popq    SP(%rax)
        movq    $kernel_stack_top, %rsp
        call    kernel_trap
        jmp     return_to_user
/* In the kernel: what it waits for when nobody runs, or a defect. */
2:      cmpq    $32, (%rsp)
        jb      3f
        pushq   %rax
        movq    8(%rsp), %rax
        movq    %rax, pending_vector
        popq    %rax
        addq    $16, %rsp
        iretq
3:      popq    %rdi
        popq    %rsi
        popq    %rdx
        call    kernel_died

/* Entries of all vectors, 16 bytes each. */
        .balign 16
        .global vectors
vectors:
        vector = 0
        .rept   256
        .balign 16
        .if     vector == 8 || (vector >= 10 && vector <= 14) || vector == 17 || vector == 21
        .else
        pushq   $0
        .endif
        pushq   $vector
        jmp     interrupt_entry
        vector = vector + 1
        .endr

/* void save_fpu_registers(FpuState*), void load_fpu_registers(const FpuState*) */
        .global save_fpu_registers
save_fpu_registers:
        movl    $3, %eax
        xorl    %edx, %edx
        xsave64 (%rdi)
        ret
        .global load_fpu_registers
load_fpu_registers:
        movl    $3, %eax
        xorl    %edx, %edx
        xrstor64 (%rdi)
        ret

/* From the boot loader, in 32-bit mode without translation: ebx points to what it tells. */
        .section .boot.header, "a"
#define MULTIBOOT_MAGIC 0x1badb002
#define MULTIBOOT_FLAGS 3
        .balign 8
        .long   MULTIBOOT_MAGIC, MULTIBOOT_FLAGS, -(MULTIBOOT_MAGIC + MULTIBOOT_FLAGS)

        .section .boot, "ax"
        .code32
        .global _start
_start:
        cli
        cld
        movl    %eax, %edi
        movl    %ebx, %esi
        movl    $kernel_root_physical, %eax
        movl    %eax, %cr3
        /* PAE, FXSAVE, SSE exceptions, FSGSBASE, XSAVE */
        movl    $(1 << 5 | 1 << 9 | 1 << 10 | 1 << 16 | 1 << 18), %eax
        movl    %eax, %cr4
        /* EFER: SYSCALL, long mode, execute-disable */
        movl    $0xc0000080, %ecx
        rdmsr
        orl     $(1 | 1 << 8 | 1 << 11), %eax
        wrmsr
        /* CR0: protection, monitor coprocessor, extension type, numeric errors, write protection,
           paging */
        movl    $(1 | 1 << 1 | 1 << 4 | 1 << 5 | 1 << 16 | 1 << 31), %eax
        movl    %eax, %cr0
        lgdt    boot_gdt_pointer
        ljmp    $KERNEL_CODE, $1f
        .code64
1:      movq    $kernel_stack_top, %rsp
        xorl    %eax, %eax
        movw    %ax, %ds
        movw    %ax, %es
        movw    %ax, %ss
        movw    %ax, %fs
        movw    %ax, %gs
        xorl    %ebp, %ebp
        movabsq $2f, %rax
        jmp     *%rax
        .balign 8
boot_gdt:
        .quad   0
        .quad   0x00af9a000000ffff
boot_gdt_pointer:
        .word   15
        .long   boot_gdt

        .text
2:      movl    %edi, %edi
        movl    %esi, %esi
        call    kernel_start
        jmp     return_to_user

        .data
        .balign 4096
        .global kernel_root
kernel_root:
        .quad   kernel_window - KERNEL_OFFSET + 3
        .fill   510, 8, 0
        .quad   kernel_window - KERNEL_OFFSET + 3
/* All memory from address 0 on, and again at KERNEL_OFFSET for the image. */
kernel_window:
        gib = 0
        .rept   510
        .quad   gib << 30 | 0x83
        gib = gib + 1
        .endr
        .quad   0x83
        .quad   0

        .bss
        .balign 4096
        .skip   16384
        .global kernel_stack_top
kernel_stack_top:
        .skip   16
        .global current_context
current_context:
        .skip   8
        .global pending_vector
pending_vector:
        .skip   8
