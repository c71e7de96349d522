// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

extern "C" double ceil(double value) noexcept;
extern "C" float ceilf(float value) noexcept { return static_cast<float>(ceil(value)); }
