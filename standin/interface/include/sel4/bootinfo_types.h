// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sel4_arch/constants.h>
#include <sel4/types.h>

// Slots of the first CNode that the kernel fills at fixed places; a null capability where the
// configuration lacks the object.
enum seL4_RootCNodeCapSlots {
  seL4_CapNull = 0,
  seL4_CapInitThreadTCB = 1,
  seL4_CapInitThreadCNode = 2,
  seL4_CapInitThreadVSpace = 3,
  seL4_CapIRQControl = 4,
  seL4_CapASIDControl = 5,
  seL4_CapInitThreadASIDPool = 6,
  seL4_CapIOPortControl = 7,
  seL4_CapIOSpace = 8,
  seL4_CapBootInfoFrame = 9,
  seL4_CapInitThreadIPCBuffer = 10,
  seL4_CapDomain = 11,
  seL4_CapSMMUSIDControl = 12,
  seL4_CapSMMUCBControl = 13,
  seL4_CapInitThreadSC = 14,
  seL4_CapSMC = 15,
  seL4_NumInitialCaps = 16
};

#define seL4_CapInitThreadPD seL4_CapInitThreadVSpace

typedef seL4_Word seL4_SlotPos;

// Slots from start up to, and without, end.
typedef struct seL4_SlotRegion {
  seL4_SlotPos start;
  seL4_SlotPos end;
} seL4_SlotRegion;

// One untyped: 2^sizeBits bytes at paddr.
typedef struct seL4_UntypedDesc {
  seL4_Word paddr;
  seL4_Uint8 sizeBits;
  seL4_Uint8 isDevice;
  seL4_Uint8 padding[sizeof(seL4_Word) - 2 * sizeof(seL4_Uint8)];
} seL4_UntypedDesc;

SEL4_COMPILE_ASSERT(seL4_UntypedDesc_size, sizeof(seL4_UntypedDesc) == 2 * sizeof(seL4_Word))

// What the kernel tells the first thread, at the start of the boot information frame.
typedef struct seL4_BootInfo {
  seL4_Word extraLen;  // bytes of chunks behind the frame
  seL4_NodeId nodeID;  // this node, below numNodes
  seL4_Word numNodes;
  seL4_Word numIOPTLevels;  // levels of device tables, zero without IOMMU
  seL4_IPCBuffer* ipcBuffer;
  seL4_SlotRegion empty;
  seL4_SlotRegion sharedFrames;
  seL4_SlotRegion userImageFrames;
  seL4_SlotRegion userImagePaging;
  seL4_SlotRegion ioSpaceCaps;
  seL4_SlotRegion extraBIPages;
  seL4_Word initThreadCNodeSizeBits;  // 2^n slots
  seL4_Domain initThreadDomain;
#ifdef CONFIG_KERNEL_MCS
  seL4_SlotRegion schedcontrol;  // one per core
#endif
  seL4_SlotRegion untyped;
  seL4_UntypedDesc untypedList[CONFIG_MAX_NUM_BOOTINFO_UNTYPED_CAPS];
} seL4_BootInfo;

#define seL4_BootInfoFrameBits seL4_PageBits
#define seL4_BootInfoFrameSize LIBSEL4_BIT(seL4_BootInfoFrameBits)

SEL4_COMPILE_ASSERT(seL4_BootInfo_fits, sizeof(seL4_BootInfo) <= seL4_BootInfoFrameSize)

// Kinds of chunks; the first one starts seL4_BootInfoFrameSize bytes behind seL4_BootInfo.
typedef enum {
  SEL4_BOOTINFO_HEADER_PADDING = 0,
  SEL4_BOOTINFO_HEADER_X86_VBE = 1,
  SEL4_BOOTINFO_HEADER_X86_MBMMAP = 2,
  SEL4_BOOTINFO_HEADER_X86_ACPI_RSDP = 3,
  SEL4_BOOTINFO_HEADER_X86_FRAMEBUFFER = 4,
  SEL4_BOOTINFO_HEADER_X86_TSC_FREQ = 5,  // in MHz
  SEL4_BOOTINFO_HEADER_FDT = 6,
  SEL4_BOOTINFO_HEADER_NUM,
  SEL4_FORCE_LONG_ENUM(seL4_BootInfoID)
} seL4_BootInfoID;

// Starts every chunk; len counts the header too.
typedef struct seL4_BootInfoHeader {
  seL4_Word id;
  seL4_Word len;
} seL4_BootInfoHeader;

SEL4_COMPILE_ASSERT(seL4_BootInfoHeader_size, sizeof(seL4_BootInfoHeader) == 2 * sizeof(seL4_Word))
