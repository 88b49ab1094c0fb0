/* SHA-256 (FIPS 180-4) behind the names by which the class library calls OpenSSL. */
#include "runtime.h"
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 64, HASH = 32 };

typedef struct {
    uint32_t state[8];
    uint64_t length;
    uint8_t block[BLOCK];
} Sha256;

static const uint32_t constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74,
    0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d,
    0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e,
    0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5,
    0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t turn(uint32_t x, int places) { return x >> places | x << (32 - places); }

static void compress(Sha256 *sha)
{
    uint32_t w[64], v[8];
    for (int i = 0; i < 16; i++) {
        const uint8_t *bytes = sha->block + 4 * i;
        w[i] = (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
    }

    for (int i = 16; i < 64; i++) {
        uint32_t early = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ w[i - 15] >> 3;
        uint32_t late = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ w[i - 2] >> 10;
        w[i] = w[i - 16] + early + w[i - 7] + late;
    }

    memcpy(v, sha->state, sizeof v);
    for (int i = 0; i < 64; i++) {
        uint32_t a = v[7] + (turn(v[4], 6) ^ turn(v[4], 11) ^ turn(v[4], 25)) + ((v[4] & v[5]) ^ (~v[4] & v[6])) + constants[i] + w[i];
        uint32_t b = (turn(v[0], 2) ^ turn(v[0], 13) ^ turn(v[0], 22)) + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += a;
        v[0] = a + b;
    }

    for (int i = 0; i < 8; i++) {
        sha->state[i] += v[i];
    }
}

int CryptoNative_EnsureOpenSslInitialized(void) { return 0; }
const void *CryptoNative_EvpSha256(void) { return constants; }
const void *CryptoNative_EvpSha1(void) { return NULL; }
const void *CryptoNative_EvpSha384(void) { return NULL; }
const void *CryptoNative_EvpSha512(void) { return NULL; }
const void *CryptoNative_EvpMd5(void) { return NULL; }
int CryptoNative_GetMaxMdSize(void) { return HASH; }
int CryptoNative_EvpMdSize(const void *kind) { return HASH; }

Sha256 *CryptoNative_EvpMdCtxCreate(const void *kind)
{
    static const Sha256 start = {{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}, 0, {0}};
    Sha256 *sha = malloc(sizeof *sha);
    *sha = start;
    return sha;
}

void CryptoNative_EvpMdCtxDestroy(Sha256 *sha) { free(sha); }

int CryptoNative_EvpDigestUpdate(Sha256 *sha, const uint8_t *bytes, int count)
{
    for (int i = 0; i < count; i++) {
        sha->block[sha->length++ % BLOCK] = bytes[i];
        if (sha->length % BLOCK == 0) {
            compress(sha);
        }
    }

    return 1;
}

int CryptoNative_EvpDigestCurrent(const Sha256 *sha, uint8_t *hash, uint32_t *size)
{
    Sha256 end = *sha;
    uint8_t rest[BLOCK + 8] = {0x80};
    int zeros = (int)((BLOCK + BLOCK - 9 - sha->length % BLOCK) % BLOCK);
    for (int i = 0; i < 8; i++) {
        rest[1 + zeros + i] = (uint8_t)(sha->length * 8 >> (56 - 8 * i));
    }

    CryptoNative_EvpDigestUpdate(&end, rest, 1 + zeros + 8);
    for (int i = 0; i < HASH; i++) {
        hash[i] = (uint8_t)(end.state[i / 4] >> (24 - 8 * (i % 4)));
    }

    *size = HASH;
    return 1;
}
