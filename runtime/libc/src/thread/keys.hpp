// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

/// Runs the destructors of the calling thread's pthread keys; part of the library only if keys are.
extern "C" [[gnu::weak]] void sel4_run_key_destructors() noexcept;
