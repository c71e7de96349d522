// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/simple_types.h>

// Object types of every architecture; those of the architecture follow without a gap.
typedef enum api_object {
  seL4_UntypedObject,
  seL4_TCBObject,
  seL4_EndpointObject,
  seL4_NotificationObject,
  seL4_CapTableObject,
#ifdef CONFIG_KERNEL_MCS
  seL4_SchedContextObject,
  seL4_ReplyObject,
#endif
  seL4_NonArchObjectTypeCount
} seL4_ObjectType;

SEL4_DEPRECATED("use seL4_NotificationObject")
LIBSEL4_UNUSED static const seL4_ObjectType seL4_AsyncEndpointObject = seL4_NotificationObject;

typedef seL4_Word api_object_t;
