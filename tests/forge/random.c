/* SPDX-License-Identifier: MIT */
/* SplitMix64: small, good enough for tests, and the same on every machine for ever, which GRand does not promise. */
#include "forge.h"

ForgeRandom
forge_random (guint64 seed)
{
  return (ForgeRandom){seed};
}

guint64
forge_random_next (ForgeRandom *random)
{
  guint64 z = random->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

guint
forge_random_below (ForgeRandom *random, guint n)
{
  return forge_random_next (random) % n;
}

guint
forge_random_between (ForgeRandom *random, guint low, guint high)
{
  return low + forge_random_next (random) % ((guint64) high - low + 1);
}

gboolean
forge_random_chance (ForgeRandom *random, double probability)
{
  return (forge_random_next (random) >> 11) * 0x1p-53 < probability;
}
